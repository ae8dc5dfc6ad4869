import { ActionIcon, Button, CloseButton } from '@mantine/core'
import { ChevronUp } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useSession } from '../api/session.ts'
import { useWords } from '../i18n/index.ts'
import styles from './guide.module.css'
import { useGuide } from './guide-store.ts'
import { hasSeenTour, rememberTour } from './remembered.ts'
import { tourWords } from './words/tour.ts'

/** What the tour tells of, and where that is on the screen. */
const stops = [
  { name: 'steps', target: '.react-flow__node, [role="treeitem"]' },
  { name: 'palette', target: '[data-guide="palette"]' },
  { name: 'form', target: 'aside, .react-flow__node, [role="treeitem"]' },
  { name: 'check', target: '[data-guide="check"]' },
  { name: 'simulator', target: '[data-guide="simulator"]' },
  { name: 'publish', target: '[data-guide="publish"]' },
] as const

/** Rings what is being told of, for as long as it is. */
function useRing(target: string | undefined): void {
  useEffect(() => {
    const element = target ? document.querySelector<HTMLElement>(target) : null
    element?.setAttribute('data-guided', '')
    return () => element?.removeAttribute('data-guided')
  }, [target])
}

/**
 * A short guided start below the drawing: it covers nothing, takes no focus, and can be left and taken up again at any
 * moment. Shown by itself once to each person in each browser.
 */
export function Tour() {
  const t = useWords(tourWords)
  const { data: session } = useSession()
  const at = useGuide(state => state.tourAt)
  const show = useGuide(state => state.showTour)
  const panel = useRef<HTMLElement>(null)
  const [isUnfolded, setUnfolded] = useState(false) // matters on phones only
  const wordsId = useId()
  const person = session?.email
  const stop = at === null ? undefined : stops[at]
  useRing(stop?.target)
  useEffect(() => {
    if (person && !hasSeenTour(person)) show(0)
    return () => show(null)
  }, [person, show])
  if (at === null || !stop) return null

  const leave = () => {
    if (person) rememberTour(person)
    show(null)
  }
  const isLast = at === stops.length - 1
  return (
    <section
      ref={panel}
      className={styles.tour}
      data-unfolded={isUnfolded || undefined}
      aria-label={t('title')}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
    >
      <div className={styles.told} aria-live="polite">
        <p className={styles.count}>
          {t('title')} · {t('count', { at: at + 1, all: stops.length })}
        </p>
        <h2 className={styles.tourTitle}>{t(`${stop.name}.title`)}</h2>
        <p id={wordsId} className={styles.tourWords}>
          {t(`${stop.name}.words`)}
        </p>
      </div>
      <div className={styles.tourActions}>
        <ActionIcon
          className={styles.unfold}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('words')}
          aria-expanded={isUnfolded}
          aria-controls={wordsId}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          <ChevronUp size={18} aria-hidden />
        </ActionIcon>
        {at > 0 && (
          <Button size="sm" variant="default" onClick={() => show(at - 1)}>
            {t('back')}
          </Button>
        )}
        <Button size="sm" onClick={() => (isLast ? leave() : show(at + 1))}>
          {t(isLast ? 'finish' : 'on')}
        </Button>
        <CloseButton aria-label={t('skip')} title={t('skip')} onClick={leave} />
      </div>
    </section>
  )
}
