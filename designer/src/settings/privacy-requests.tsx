import { ShieldCheck } from 'lucide-react'
import { usePrivacyRequests } from '../api/settings.ts'
import { useTownKey } from '../api/town.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

/** Citizens who asked for their data or for its deletion, newest first. */
export default function PrivacyRequests() {
  const t = useWords(settingsWords)
  const formats = useFormats()
  const now = useNow()
  const { data, error, refetch } = usePrivacyRequests(useTownKey(), true)
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <PageLoading />
  if (data.length === 0)
    return (
      <Empty Icon={ShieldCheck} title={t('noPrivacy')}>
        {t('noPrivacyHelp')}
      </Empty>
    )
  return (
    <section className={styles.card}>
      <p className={styles.note}>{t('privacyLead')}</p>
      <div className={styles.tableArea}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('channel')}</th>
              <th scope="col">{t('when')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ id, contactName, request, channel, at }) => (
              <tr key={id}>
                <td>{contactName ?? t('anonymous')}</td>
                <td>{t(request)}</td>
                <td>{t(channel)}</td>
                <td title={formats.exact(at)}>{formats.relative(at, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
