import { Popover } from '@mantine/core'
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './flow-desk.module.css'
import { ProblemList } from './problem-list.tsx'
import { publishingWords } from './words/publishing.ts'

/** A quiet counter at the foot of the drawing that opens as a list. */
export function ProblemsPanel() {
  const t = useWords(publishingWords)
  const { all, total } = useEditorState(state => state.problems)
  const [isOpen, setIsOpen] = useState(false)
  const { errors, warnings } = total
  if (all.length === 0) {
    return (
      <p className={styles.problems} data-state="none">
        <CircleCheck size={16} aria-hidden /> {t('noProblems')}
      </p>
    )
  }
  const Icon = errors > 0 ? CircleAlert : TriangleAlert
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="top-start" width={420} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={styles.problems}
          data-state={errors > 0 ? 'error' : 'warning'}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon size={16} aria-hidden /> {t('counter', { errors, warnings })}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('problems')} p="xs">
        <ProblemList problems={all} onGo={() => setIsOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
