import { Button, Loader } from '@mantine/core'
import { dataClasses, type RetentionRun } from '@pregoner/shared'
import { CircleCheck, Download, TriangleAlert } from 'lucide-react'
import { retentionFile, useRetentionRuns } from '../api/retention.ts'
import { useTownKey } from '../api/town.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import settings from '../settings/settings.module.css'
import { type Column, Ledger } from './ledger.tsx'
import styles from './retention.module.css'
import { retentionWords } from './retention-words.ts'

/** What every run let go, the newest first. */
export function RetentionReports() {
  const t = useWords(retentionWords)
  const town = useTownKey()
  const formats = useFormats()
  const { data, error, refetch } = useRetentionRuns(town)
  const columns: Column<RetentionRun>[] = [
    {
      ...{ name: 'when', label: t('when') },
      cell: ({ startedAt, kind, by }) => (
        <>
          <time dateTime={startedAt}>{formats.exact(startedAt)}</time>
          <div className={settings.note}>{kind === 'nightly' ? t('nightly') : t('byHand', { who: by ?? '' })}</div>
        </>
      ),
    },
    { name: 'gone', label: t('gone'), cell: run => <Gone run={run} /> },
    { name: 'state', label: t('state'), cell: run => <State run={run} /> },
  ]
  return (
    <section className={settings.card}>
      <div className={settings.cardTop}>
        <h2>{t('reports')}</h2>
        <div className={settings.cardActions}>
          <Button
            component="a"
            href={retentionFile(town)}
            variant="default"
            mih="var(--target)"
            leftSection={<Download size={16} aria-hidden="true" />}
          >
            {t('csv')}
          </Button>
        </div>
      </div>
      <p className={settings.note}>{t('reportsLead')}</p>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageLoading />}
      {data?.length === 0 && <p>{t('noReports')}</p>}
      {data && data.length > 0 && (
        <div aria-live="polite">
          <Ledger label={t('reports')} rows={data} keyOf={({ id }) => id} columns={columns} />
        </div>
      )}
    </section>
  )
}

function Gone({ run: { finishedAt, counts, failed, interruptions } }: { run: RetentionRun }) {
  const t = useWords(retentionWords)
  const formats = useFormats()
  const gone = dataClasses.filter(name => (counts[name] ?? 0) > 0)
  return (
    <>
      {gone.length === 0 ? (
        <p className={settings.note}>{t(finishedAt ? 'goneNothing' : 'goneNothingYet')}</p>
      ) : (
        <ul className={styles.gone}>
          {gone.map(name => (
            <li key={name}>
              {t(name)} <b>{formats.number(counts[name] ?? 0)}</b>
            </li>
          ))}
        </ul>
      )}
      {failed.length > 0 && (
        <p className={styles.wrong}>{t('failed', { what: failed.map(name => t(name)).join(', ') })}</p>
      )}
      {interruptions > 0 && <p className={settings.note}>{t('interrupted', { count: interruptions })}</p>}
    </>
  )
}

function State({ run: { finishedAt, failed } }: { run: RetentionRun }) {
  const t = useWords(retentionWords)
  const state = stateOf(finishedAt, failed)
  const icons = { running: Loader, notWhole: TriangleAlert, done: CircleCheck }
  const Icon = icons[state]
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={16} aria-hidden="true" />
      {t(state)}
    </span>
  )
}

function stateOf(finishedAt: string | null, failed: readonly string[]) {
  if (finishedAt === null) return 'running'
  return failed.length > 0 ? 'notWhole' : 'done'
}
