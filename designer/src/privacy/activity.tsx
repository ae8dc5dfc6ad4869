import { Button, Select } from '@mantine/core'
import type { AuditEntry, AuditVerification } from '@pregoner/shared'
import { CircleCheck, Download, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { activityFile, useActivity, useVerifyActivity } from '../api/privacy.ts'
import { useTownKey } from '../api/town.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import settings from '../settings/settings.module.css'
import styles from './privacy.module.css'
import { privacyWords } from './words.ts'

const kinds = ['incident', 'conversation', 'privacy', 'consent', 'flow', 'channel', 'audit'] as const
const columns = ['number', 'when', 'person', 'action', 'object'] as const

/** The activity log: who did what and who looked at personal data; verified and taken out as a file. */
export default function Activity() {
  const t = useWords(privacyWords)
  const town = useTownKey()
  const [kind, setKind] = useState('')
  const found = useActivity(town, kind)
  const verify = useVerifyActivity(town)
  const entries = found.data?.pages.flatMap(page => page.entries)
  return (
    <section className={settings.card}>
      <p className={settings.note}>{t('activityLead')}</p>
      <div className={styles.tools}>
        <Select
          label={t('kind')}
          allowDeselect={false}
          value={kind}
          onChange={chosen => setKind(chosen ?? '')}
          data={[{ value: '', label: t('everything') }, ...kinds.map(value => ({ value, label: t(`kind.${value}`) }))]}
        />
        <Button
          mih="var(--target)"
          loading={verify.isPending}
          leftSection={<ShieldCheck size={16} aria-hidden="true" />}
          onClick={() => verify.mutate()}
        >
          {t('verify')}
        </Button>
        {(['csv', 'json'] as const).map(format => (
          <Button
            key={format}
            component="a"
            href={activityFile(town, format)}
            variant="default"
            mih="var(--target)"
            leftSection={<Download size={16} aria-hidden="true" />}
          >
            {t(format)}
          </Button>
        ))}
      </div>
      <div aria-live="polite">
        {verify.data && <Verified outcome={verify.data} />}
        {verify.error && <p className={styles.fault}>{describeError(verify.error)}</p>}
      </div>
      {found.error && !entries && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {!entries && !found.error && <PageLoading />}
      {entries?.length === 0 && <p>{t('noActivity')}</p>}
      {entries && entries.length > 0 && <Lines entries={entries} />}
      {found.hasNextPage && (
        <div>
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Verified({ outcome: { fault, lines, unchained, lastHash } }: { outcome: AuditVerification }) {
  const t = useWords(privacyWords)
  return (
    <div className={fault ? styles.fault : styles.whole}>
      <p className={styles.outcome}>
        {fault ? <TriangleAlert size={18} aria-hidden="true" /> : <CircleCheck size={18} aria-hidden="true" />}
        <strong>{fault ? t(`fault.${fault.kind}`, { n: fault.n }) : t('intact', { lines })}</strong>
      </p>
      {unchained > 0 && <p>{t('unchained', { count: unchained })}</p>}
      {lastHash && <p className={styles.hash}>{t('lastHash', { hash: lastHash })}</p>}
    </div>
  )
}

function Lines({ entries }: { entries: AuditEntry[] }) {
  const t = useWords(privacyWords)
  const formats = useFormats()
  const who = ({ personId, personName }: AuditEntry) => personName ?? t(personId === null ? 'itself' : 'unknown')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.wide} tabIndex={0} aria-label={t('everything')}>
      <table className={settings.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <tr key={`${entry.n} ${entry.hash}`}>
              <td title={entry.hash ?? undefined}>{entry.n ?? '–'}</td>
              <td>{formats.exact(entry.at)}</td>
              <td>
                <bdi>{who(entry)}</bdi>
              </td>
              <td className={settings.key}>{entry.action}</td>
              <td className={styles.short} title={entry.object ?? undefined}>
                {entry.object ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
