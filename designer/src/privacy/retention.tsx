import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { dataClasses, mayBeKept, type RetentionPolicy, type RetentionView } from '@pregoner/shared'
import { Search } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { useRetention, useRetentionRuns, useRunRetention, useSaveRetention, useTryRetention } from '../api/retention.ts'
import { useTownKey } from '../api/town.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import settings from '../settings/settings.module.css'
import styles from './retention.module.css'
import { RetentionPeriod } from './retention-period.tsx'
import { RetentionReports } from './retention-reports.tsx'
import { RetentionTrialResult } from './retention-trial.tsx'
import { retentionWords } from './retention-words.ts'

/** How long the town keeps what, what that would let go today, and what has gone. */
export default function Retention() {
  const town = useTownKey()
  const found = useRetention(town)
  if (found.error && !found.data) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <PageLoading />
  return (
    <>
      <Periods key={found.data.rev} saved={found.data} onReload={() => void found.refetch()} />
      <Always />
      <RetentionReports />
    </>
  )
}

const isSame = (one: RetentionPolicy, other: RetentionPolicy) =>
  dataClasses.every(name => JSON.stringify(one[name]) === JSON.stringify(other[name]))

function Periods({ saved, onReload }: { saved: RetentionView; onReload: () => void }) {
  const t = useWords(retentionWords)
  const formats = useFormats()
  const town = useTownKey()
  const [policy, setPolicy] = useState(saved.policy)
  const [isTried, setTried] = useState(false)
  const trial = useTryRetention(town)
  const save = useSaveRetention(town)
  const run = useRunRetention(town)
  const runs = useRetentionRuns(town)
  const isChanged = !isSame(policy, saved.policy)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (dataClasses.every(name => mayBeKept(name, policy[name]))) return trial.mutate(policy)
    const form = event.currentTarget
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const failed = [trial, save, run].find(({ error }) => error)?.error
  return (
    <form className={settings.card} noValidate onSubmit={submit}>
      <h2>{t('title')}</h2>
      <p className={settings.note}>{t('lead')}</p>
      <div className={styles.periods}>
        {dataClasses.map(name => (
          <RetentionPeriod
            key={name}
            name={name}
            value={policy[name]}
            isTried={isTried}
            onChange={kept => {
              setPolicy({ ...policy, [name]: kept })
              trial.reset()
              save.reset()
            }}
          />
        ))}
      </div>
      <p className={settings.note}>
        {saved.changedAt
          ? t('changed', { who: saved.changedBy ?? '', when: formats.exact(saved.changedAt) })
          : t('neverChanged')}
      </p>
      <div className={styles.actions}>
        <Button
          type="submit"
          mih="var(--target)"
          variant={trial.data ? 'default' : 'filled'}
          loading={trial.isPending}
          leftSection={<Search size={16} aria-hidden="true" />}
        >
          {t('try')}
        </Button>
      </div>
      <div aria-live="polite" className={styles.outcome}>
        {trial.data && (
          <RetentionTrialResult
            trial={trial.data}
            isChanged={isChanged}
            isRunning={runs.data?.some(({ finishedAt }) => finishedAt === null) ?? false}
            isBusy={save.isPending || run.isPending}
            onSave={() =>
              save.mutate({ policy, rev: saved.rev }, { onSuccess: () => notifications.show({ message: t('saved') }) })
            }
            onRun={() => run.mutate(undefined, { onSuccess: () => trial.reset() })}
          />
        )}
        {failed && (
          <p className={styles.fault} role="alert">
            {describeError(failed)}
            {isApiError(failed, 'stale') && (
              <Button variant="default" onClick={onReload}>
                {t('takeTheirs')}
              </Button>
            )}
          </p>
        )}
      </div>
    </form>
  )
}

/** What no period may touch. */
function Always() {
  const t = useWords(retentionWords)
  return (
    <section className={settings.card}>
      <h2>{t('always')}</h2>
      <p className={settings.note}>{t('alwaysLead')}</p>
      <ul className={styles.always}>
        {(['consents', 'proofs', 'log', 'figures', 'open'] as const).map(what => (
          <li key={what}>
            <strong>{t(`always.${what}`)}</strong> {t(`always.${what}.why`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
