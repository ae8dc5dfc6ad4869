import { Popover } from '@mantine/core'
import type { TownData } from '@pregoner/shared'
import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import styles from '../check/check.module.css'
import { Cost } from '../check/cost.tsx'
import { useCheck } from '../check/use-check.ts'
import { checkWords } from '../check/words/problems.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import deskStyles from './flow-desk.module.css'
import { ProblemList } from './problem-list.tsx'

/** A quiet counter at the foot of the drawing that opens as a list. */
export function ProblemsPanel({ town }: { town: TownData }) {
  const t = useWords(checkWords)
  const check = useCheck(useEditor(), town)
  const { all, total } = useEditorState(state => state.problems)
  const [isOpen, setIsOpen] = useState(false)
  const headingId = useId()
  const { errors, warnings } = total
  const hints = all.length - errors - warnings
  const working = { 'data-working': check.isWorking || undefined }
  if (!check.isKnown) {
    return (
      <p className={deskStyles.problems} data-state="none" {...working}>
        <CircleDashed size={16} aria-hidden /> {t('checking')}
      </p>
    )
  }
  const looks = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none'
  const Icon = { error: CircleAlert, warning: TriangleAlert, none: CircleCheck }[looks]
  const counter =
    looks === 'none' ? (hints > 0 ? t('hintsOnly', { hints }) : t('none')) : t('counter', { errors, warnings })
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="top-start"
      width="min(460px, 100vw - 16px)"
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={deskStyles.problems}
          data-guide="check"
          data-state={looks}
          {...working}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon size={16} aria-hidden /> {counter}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={headingId} p={0} className={styles.panel}>
        <h2 id={headingId} className={styles.title}>
          {t('title')}
        </h2>
        {all.length === 0 ? (
          <p className={styles.nothing}>{t('none')}</p>
        ) : (
          <ProblemList problems={all} onGo={() => setIsOpen(false)} />
        )}
        {check.bounds && <Cost bounds={check.bounds} />}
      </Popover.Dropdown>
    </Popover>
  )
}
