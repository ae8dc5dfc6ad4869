import type { ErasureEntry, PrivacyRequestEntry } from '@pregoner/shared'
import { useErasures, usePrivacyRequests } from '../api/privacy.ts'
import { useTownKey } from '../api/town.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import settings from '../settings/settings.module.css'
import { privacyWords } from './words.ts'

/** What citizens asked of their data, how far they were served, and the proofs of who was forgotten. */
export default function DataRequests() {
  const town = useTownKey()
  const requests = usePrivacyRequests(town)
  const erasures = useErasures(town)
  const failed = [requests, erasures].find(({ error, data }) => error && !data)
  if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />
  if (!requests.data || !erasures.data) return <PageLoading />
  return (
    <>
      <Requests requests={requests.data} />
      <Erasures erasures={erasures.data} />
    </>
  )
}

function Requests({ requests }: { requests: PrivacyRequestEntry[] }) {
  const t = useWords(privacyWords)
  const formats = useFormats()
  const now = useNow()
  const outcome = ({ request, servedAt, link }: PrivacyRequestEntry) => {
    if (link && servedAt) return t('linkSent', { count: link.downloads, until: formats.date(link.expiresAt) })
    return t(request === 'erase' ? 'begun' : 'waiting')
  }
  return (
    <section className={settings.card}>
      <h2>{t('requests')}</h2>
      <p className={settings.note}>{t('requestsLead')}</p>
      {requests.length === 0 ? (
        <p>{t('noRequests')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={settings.tableArea} tabIndex={0} aria-label={t('requests')}>
          <table className={settings.table}>
            <thead>
              <tr>
                {(['who', 'what', 'channel', 'when', 'outcome'] as const).map(column => (
                  <th key={column} scope="col">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {requests.map(request => (
                <tr key={request.id}>
                  <td>
                    <bdi>{request.contactName ?? t('anonymous')}</bdi>
                  </td>
                  <td>{t(request.request)}</td>
                  <td>{t(request.channel)}</td>
                  <td title={formats.exact(request.at)}>{formats.relative(request.at, now)}</td>
                  <td>{outcome(request)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function Erasures({ erasures }: { erasures: ErasureEntry[] }) {
  const t = useWords(privacyWords)
  const formats = useFormats()
  return (
    <section className={settings.card}>
      <h2>{t('erasures')}</h2>
      <p className={settings.note}>{t('erasuresLead')}</p>
      {erasures.length === 0 ? (
        <p>{t('noErasures')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={settings.tableArea} tabIndex={0} aria-label={t('erasures')}>
          <table className={settings.table}>
            <thead>
              <tr>
                {(['print', 'channel', 'requested', 'finished', 'told', 'removed'] as const).map(column => (
                  <th key={column} scope="col">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {erasures.map(({ id, channel, requestedAt, finishedAt, wasTold, counts }) => (
                <tr key={id}>
                  <td className={settings.key}>{id}</td>
                  <td>{t(channel)}</td>
                  <td>{formats.exact(requestedAt)}</td>
                  <td>{finishedAt ? formats.exact(finishedAt) : t('waiting')}</td>
                  <td>{t(wasTold ? 'yes' : 'no')}</td>
                  <td>
                    {Object.entries(counts)
                      .filter(([, count]) => count > 0)
                      .map(([name, count]) => `${name} ${formats.number(count)}`)
                      .join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
