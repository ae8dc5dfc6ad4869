import { type MyDataLink, myDataLink } from '@pregoner/shared'
import { useCallback, useEffect, useState } from 'react'
import { isApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { LanguageChoice } from '../track/language-choice.tsx'
import styles from '../track/track.module.css'
import { myDataWords } from './my-data-words.ts'

type Found = { state: 'loading' | 'gone' | 'failed' } | { state: 'good'; link: MyDataLink }

const COUNTED_MS = 1_500 // after a click the file is on its way, and the count of downloads has moved

function useLink(token: string) {
  const [found, setFound] = useState<Found>({ state: 'loading' })
  const look = useCallback(() => {
    call(myDataLink, `/my-data/${encodeURIComponent(token)}`).then(
      link => setFound({ state: 'good', link }),
      error => setFound({ state: isApiError(error, 'not_found') ? 'gone' : 'failed' }),
    )
  }, [token])
  useEffect(look, [look])
  return { found, look }
}

/** Where a citizen's link to their own data leads; whoever has the link needs no sign-in. */
export function MyDataPage({ token }: { token: string }) {
  const t = useWords(myDataWords)
  const formats = useFormats()
  const { found, look } = useLink(token)
  useEffect(() => {
    document.title = t('title')
  }, [t])
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <span className={styles.town}>{found.state === 'good' ? found.link.townName : 'Pregoner'}</span>
        <LanguageChoice />
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{t('title')}</h1>
        <div aria-live="polite">
          {found.state === 'loading' && <p className={styles.patience}>{t('loading')}</p>}
          {found.state === 'good' && (
            <section className={styles.matter}>
              <p>{t('what')}</p>
              <div>
                <a
                  className={styles.download}
                  href={`/api/my-data/${encodeURIComponent(token)}/file`}
                  onClick={() => setTimeout(look, COUNTED_MS)}
                >
                  {t('download')}
                </a>
              </div>
              <p className={styles.hint}>
                {t('left', { count: found.link.downloadsLeft, until: formats.exact(found.link.expiresAt) })}
              </p>
              <p className={styles.hint}>{t('secret')}</p>
            </section>
          )}
          {(found.state === 'gone' || found.state === 'failed') && (
            <div className={styles.trouble}>
              <h2>{t(found.state)}</h2>
              <p>{t(`${found.state}Help`)}</p>
              {found.state === 'failed' && (
                <button type="button" className={styles.quiet} onClick={look}>
                  {t('tryAgain')}
                </button>
              )}
            </div>
          )}
        </div>
      </main>
    </div>
  )
}
