import { Button, Checkbox } from '@mantine/core'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '../flows/dialog.tsx'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import type { Change, Warning } from './changes.ts'
import { isFatal } from './exchange.ts'
import type { Arrived } from './exchange-menu.tsx'
import styles from './import.module.css'
import type { Row } from './rows.ts'
import { translationWords } from './words.ts'

const SHOWN_AT_FIRST = 50

interface ImportDialogProps {
  arrived: Arrived
  whereOf(row: Row): string
  onApply(changes: readonly Change[]): void
  onClose(): void
}

const keyOf = ({ row, language }: Change) => `${row.id} ${language}`
/** A longer text may be what is wanted; a lost value never is. */
const isOdd = ({ warnings }: Change) => warnings.some(({ code }) => code !== 'degrades')

/** What a file would change, before it does: each change can be left out, those with a warning are at first. */
export function ImportDialog({ arrived, whereOf, onApply, onClose }: ImportDialogProps) {
  const t = useWords(translationWords)
  const { name, problems, comparison } = arrived
  const { changes } = comparison
  const isRefused = problems.some(isFatal)
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(changes.filter(change => !isOdd(change)).map(keyOf)),
  )
  const [limit, setLimit] = useState(SHOWN_AT_FIRST)
  const ordered = [...changes.filter(isOdd), ...changes.filter(change => !isOdd(change))]
  const odd = changes.filter(isOdd).length
  const chosen = changes.filter(change => taken.has(keyOf(change)))
  const take = (change: Change, isTaken: boolean) =>
    setTaken(before => {
      const next = new Set(before)
      if (isTaken) next.add(keyOf(change))
      else next.delete(keyOf(change))
      return next
    })
  return (
    <Dialog opened onClose={onClose} size="xl" title={isRefused ? t('bad_title') : t('in_title', { name })}>
      <div className={styles.dialog}>
        {problems.length > 0 && (
          <ul className={styles.problems}>
            {problems.map(problem => (
              <li key={problem.code} data-fatal={isFatal(problem)}>
                <CircleAlert size={16} aria-hidden="true" />
                {t(`problem.${problem.code}`, { ...problem })}
              </li>
            ))}
          </ul>
        )}
        {isRefused ? (
          <p>{t('bad_hint')}</p>
        ) : (
          <>
            <Summary arrived={arrived} />
            {odd > 0 && <p className={styles.odd}>{t('in_odd', { count: odd })}</p>}
            <ul className={styles.changes}>
              {ordered.slice(0, limit).map(change => (
                <ChangeLine
                  key={keyOf(change)}
                  change={change}
                  where={whereOf(change.row)}
                  isTaken={taken.has(keyOf(change))}
                  onTake={isTaken => take(change, isTaken)}
                />
              ))}
            </ul>
            {ordered.length > limit && (
              <Button variant="default" size="xs" onClick={() => setLimit(now => now + SHOWN_AT_FIRST)}>
                {t('more')}
              </Button>
            )}
          </>
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('in_cancel')}
          </Button>
          {!isRefused && changes.length > 0 && (
            <Button disabled={chosen.length === 0} onClick={() => onApply(chosen)}>
              {t('in_apply', { count: chosen.length })}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Summary({ arrived: { comparison } }: { arrived: Arrived }) {
  const t = useWords(translationWords)
  const { changes, same, empty, unknown, impossible } = comparison
  const counts = [
    ['in_added', changes.filter(({ kind }) => kind === 'added').length],
    ['in_changed', changes.filter(({ kind }) => kind === 'changed').length],
    ['in_same', same],
    ['in_empty', empty],
    ['in_unknown', unknown.length],
    ['in_impossible', impossible.length],
  ] as const
  return (
    <>
      {changes.length === 0 && <p>{t('in_nothing')}</p>}
      <ul className={styles.summary}>
        {counts
          .filter(([, count]) => count > 0)
          .map(([key, count]) => (
            <li key={key} data-kind={key}>
              {t(key, { count })}
            </li>
          ))}
      </ul>
    </>
  )
}

interface ChangeLineProps {
  change: Change
  where: string
  isTaken: boolean
  onTake(isTaken: boolean): void
}

function ChangeLine({ change, where, isTaken, onTake }: ChangeLineProps) {
  const t = useWords(translationWords)
  const nameOf = useWords(languageWords)
  const { language, before, after, warnings } = change
  const label = `${where} · ${nameOf(language)}`
  return (
    <li className={styles.change}>
      <Checkbox
        label={label}
        aria-label={t('in_take', { where: label })}
        checked={isTaken}
        onChange={event => onTake(event.currentTarget.checked)}
      />
      <dl className={styles.texts}>
        <div>
          <dt>{t('in_now')}</dt>
          <dd lang={language} data-empty={before === '' || undefined}>
            {before || t('in_blank')}
          </dd>
        </div>
        <div>
          <dt>{t('in_then')}</dt>
          <dd lang={language}>{after}</dd>
        </div>
      </dl>
      {warnings.map((warning, index) => (
        <p key={`${warning.code}-${index}`} className={styles.warning}>
          <TriangleAlert size={14} aria-hidden="true" />
          <WarningWords warning={warning} />
        </p>
      ))}
    </li>
  )
}

const WarningWords = ({ warning }: { warning: Warning }) => {
  const t = useWords(translationWords)
  return t(`warn.${warning.code}`, { ...warning })
}
