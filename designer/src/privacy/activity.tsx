import { Button, Select } from '@mantine/core'
import type { AuditEntry, AuditVerification } from '@pregoner/shared'
import { CircleCheck, Download, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { activityFile, useActivity, useVerifyActivity } from '../api/privacy.ts'
import { useTownKey } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import settings from '../settings/settings.module.css'
import { actionWords } from './action-words.ts'
import { type Column, PagedLedger } from './ledger.tsx'
import { namedActions } from './named-actions.ts'
import styles from './privacy.module.css'
import { privacyWords } from './words.ts'

const kinds = ['incident', 'conversation', 'privacy', 'consent', 'flow', 'channel', 'audit'] as const

/** The activity log: who did what and who looked at personal data; verified and taken out as a file. */
export default function Activity() {
  const t = useWords(privacyWords)
  const say = useWords(actionWords)
  const formats = useFormats()
  const town = useTownKey()
  const [kind, setKind] = useState('')
  const found = useActivity(town, kind)
  const verify = useVerifyActivity(town)
  const entries = found.data?.pages.flatMap(page => page.entries)
  const who = ({ personId, personName }: AuditEntry) => personName ?? t(personId === null ? 'itself' : 'unknown')
  const inWords = (action: string) => {
    const known = namedActions.find(one => one === action)
    return known ? say(known) : action
  }
  const columns: Column<AuditEntry>[] = [
    {
      ...{ name: 'number', label: t('number'), look: 'line', cell: ({ n }) => n ?? '–' },
      whole: ({ hash }) => hash ?? undefined,
    },
    {
      ...{ name: 'when', label: t('when'), look: 'line', cell: ({ at }) => `${formats.date(at)}, ${formats.time(at)}` },
      whole: ({ at }) => formats.exact(at),
    },
    { name: 'person', label: t('person'), cell: entry => <bdi>{who(entry)}</bdi> },
    { name: 'action', label: t('action'), cell: ({ action }) => inWords(action), whole: ({ action }) => action },
    {
      ...{ name: 'object', label: t('object'), look: 'key', cell: ({ object }) => object ?? '–' },
      whole: ({ object }) => object ?? undefined,
    },
  ]
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
      <PagedLedger
        found={found}
        rows={entries}
        empty={<p>{t('noActivity')}</p>}
        label={t('everything')}
        keyOf={({ n, hash }) => `${n} ${hash}`}
        columns={columns}
      />
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
