import { useEffect, useRef, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { LanguageChoice } from './language-choice.tsx'
import { ReferenceForm } from './reference-form.tsx'
import styles from './track.module.css'
import { TrackedMatter } from './tracked-matter.tsx'
import { useTracked } from './use-tracked.ts'
import { trackWords } from './words.ts'

/** How a matter stands, for whoever was given its reference; no sign-in. */
export function TrackPage({ asked }: { asked: string }) {
  const t = useWords(trackWords)
  const [reference, setReference] = useState(asked)
  const { tracked, retry } = useTracked(reference)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const goBack = () => setReference(decodeURIComponent(location.pathname.split('/')[2] ?? ''))
    window.addEventListener('popstate', goBack)
    return () => window.removeEventListener('popstate', goBack)
  }, [])
  useEffect(() => {
    document.title =
      tracked.state === 'found'
        ? t('titleOf', { reference: tracked.incident.reference, townName: tracked.incident.townName })
        : t('title')
  }, [tracked, t])

  const look = (written: string) => {
    if (written === reference) return retry()
    history.pushState(null, '', `/track/${encodeURIComponent(written)}`)
    setReference(written)
    heading.current?.focus()
  }

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <span className={styles.town}>{tracked.state === 'found' ? tracked.incident.townName : 'Pregoner'}</span>
        <LanguageChoice />
      </header>
      <main className={styles.main}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('title')}
        </h1>
        <div aria-live="polite">
          {tracked.state === 'loading' && <p className={styles.patience}>{t('loading')}</p>}
          {tracked.state === 'found' && <TrackedMatter incident={tracked.incident} />}
          {tracked.state !== 'found' && tracked.state !== 'loading' && tracked.state !== 'nothing' && (
            <div className={styles.trouble}>
              <h2>{t(tracked.state)}</h2>
              <p>{t(`${tracked.state}Help`)}</p>
              {tracked.state === 'failed' && (
                <button type="button" className={styles.quiet} onClick={retry}>
                  {t('tryAgain')}
                </button>
              )}
            </div>
          )}
        </div>
        <ReferenceForm key={reference} written={reference} onLook={look} />
      </main>
    </div>
  )
}
