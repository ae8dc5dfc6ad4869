import type { ErasureEntry, PrivacyRequestEntry } from '@pregoner/shared'
import { useErasures, usePrivacyRequests } from '../api/privacy.ts'
import { useTownKey } from '../api/town.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import settings from '../settings/settings.module.css'
import { type Column, Ledger } from './ledger.tsx'
import { privacyWords } from './words.ts'

/** What of a person is counted, in words; how it is kept besides is nobody's matter. */
const holdings = ['messages', 'sends', 'media', 'incidents', 'consents', 'subscriptions'] as const

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
  const columns: Column<PrivacyRequestEntry>[] = [
    { name: 'who', label: t('who'), cell: ({ contactName }) => <bdi>{contactName ?? t('anonymous')}</bdi> },
    { name: 'what', label: t('what'), cell: ({ request }) => t(request) },
    { name: 'channel', label: t('channel'), cell: ({ channel }) => t(channel) },
    {
      ...{ name: 'when', label: t('when'), look: 'line', cell: ({ at }) => formats.relative(at, now) },
      whole: ({ at }) => formats.exact(at),
    },
    { name: 'outcome', label: t('outcome'), cell: outcome },
  ]
  return (
    <section className={settings.card}>
      <h2>{t('requests')}</h2>
      <p className={settings.note}>{t('requestsLead')}</p>
      {requests.length === 0 ? (
        <p>{t('noRequests')}</p>
      ) : (
        <Ledger label={t('requests')} rows={requests} keyOf={({ id }) => id} columns={columns} />
      )}
    </section>
  )
}

function Erasures({ erasures }: { erasures: ErasureEntry[] }) {
  const t = useWords(privacyWords)
  const formats = useFormats()
  const moment = (at: string) => `${formats.date(at)}, ${formats.time(at)}`
  const inWords = ({ counts }: ErasureEntry) =>
    holdings.flatMap(name => (counts[name] ? [`${t(`held.${name}`)} ${formats.number(counts[name])}`] : [])).join(', ')
  const told = ({ wasTold, isForIdleness }: ErasureEntry) => {
    if (isForIdleness) return t('notNeeded')
    return t(wasTold ? 'yes' : 'no')
  }
  const columns: Column<ErasureEntry>[] = [
    { name: 'requested', label: t('requested'), look: 'line', cell: ({ requestedAt }) => moment(requestedAt) },
    {
      name: 'finished',
      label: t('finished'),
      look: 'line',
      cell: ({ finishedAt }) => (finishedAt ? moment(finishedAt) : t('waiting')),
    },
    { name: 'channel', label: t('channel'), cell: ({ channel }) => t(channel) },
    { name: 'told', label: t('told'), cell: told },
    { name: 'removed', label: t('removed'), cell: inWords },
    { name: 'print', label: t('print'), look: 'key', cell: ({ id }) => id, whole: ({ id }) => id },
  ]
  return (
    <section className={settings.card}>
      <h2>{t('erasures')}</h2>
      <p className={settings.note}>{t('erasuresLead')}</p>
      {erasures.length === 0 ? (
        <p>{t('noErasures')}</p>
      ) : (
        <Ledger label={t('erasures')} rows={erasures} keyOf={({ id }) => id} columns={columns} />
      )}
    </section>
  )
}
