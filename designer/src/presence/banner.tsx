import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { CloudOff, Eye, Hand, PencilLine } from 'lucide-react'
import { useEffect, useReducer, useRef, useState } from 'react'
import type { Saver } from '../editor/saver.ts'
import { useWords } from '../i18n/index.ts'
import styles from './banner.module.css'
import { type BannerAction, bannerOf } from './banner-of.ts'
import type { Together } from './together.ts'
import { presenceWords } from './words.ts'

const GOOD_NEWS_MS = 8_000
const icons = { calm: Eye, wanted: Hand, trouble: CloudOff, good: PencilLine }

/** Draws the component again at `at`. */
function useMoment(at: number | null): void {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (at === null) return
    const timer = setTimeout(again, Math.max(0, at - Date.now()))
    return () => clearTimeout(timer)
  }, [at])
}

/** True for some seconds from when `isTrue` becomes so. */
function useForAWhile(isTrue: boolean): boolean {
  const [isFresh, setFresh] = useState(false)
  useEffect(() => {
    setFresh(isTrue)
    if (!isTrue) return
    const timer = setTimeout(() => setFresh(false), GOOD_NEWS_MS)
    return () => clearTimeout(timer)
  }, [isTrue])
  return isFresh
}

/** One line over the drawing: who edits, who asks to, and whether there is a connection. */
export function Banner({ together, saver }: { together: Together; saver: Saver }) {
  const t = useWords(presenceWords)
  const { state, keeper, saveState, hasCome } = together
  const place = useRef<HTMLDivElement>(null)
  const [isBusy, setBusy] = useState(false)
  const isGoodNews = useForAWhile(hasCome)
  useMoment(state.kind === 'theirs' && state.ask?.isThisTab ? state.ask.ripeAt : null)
  const view = bannerOf({ state, saveState, hasCome: isGoodNews, now: Date.now() })

  const handOver = async () => {
    if (await saver.flush()) return keeper.handOver()
    notifications.show({ color: 'red', message: t('notSaved') })
  }
  const deeds: Record<BannerAction, () => Promise<void>> = {
    ask: keeper.ask,
    withdraw: keeper.withdraw,
    takeOver: keeper.takeOver,
    handOver,
    notYet: keeper.notYet,
  }
  const act = async (action: BannerAction) => {
    place.current?.focus() // the pressed button goes away; what comes instead is read from here
    setBusy(true)
    await deeds[action]()
    setBusy(false)
  }

  const Icon = view && icons[view.tone]
  return (
    <div ref={place} className={styles.place} tabIndex={-1}>
      <div role="status" className={view ? styles.banner : undefined} data-tone={view?.tone}>
        {view && Icon && (
          <>
            <Icon size={18} aria-hidden />
            <p>
              {view.lines.map(({ key, name }, index) => (
                <span key={key} className={index === 0 ? styles.first : undefined}>
                  {t(key, { name })}{' '}
                </span>
              ))}
            </p>
            {view.actions.map(({ label, action, isMain }) => (
              <Button
                key={action}
                size="xs"
                variant={isMain ? 'filled' : 'default'}
                disabled={isBusy}
                onClick={() => void act(action)}
              >
                {t(label)}
              </Button>
            ))}
          </>
        )}
      </div>
    </div>
  )
}
