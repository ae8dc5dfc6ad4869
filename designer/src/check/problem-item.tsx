import { describeProblem, fixWords, type Problem, type Severity } from '@pregoner/shared'
import { CircleAlert, Lightbulb, type LucideIcon, TriangleAlert, Wrench } from 'lucide-react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { useLanguage } from '../i18n/index.ts'
import styles from './check.module.css'

export const severityIcons: Record<Severity, LucideIcon> = {
  error: CircleAlert,
  warning: TriangleAlert,
  hint: Lightbulb,
}

interface Props {
  problem: Problem
  /** Called just before the step and the field of the problem come into view. */
  onGo?: (() => void) | undefined
  onFix(): void
}

/** A problem in words, which lead to its step and field, and the button that mends it. */
export function ProblemItem({ problem, onGo, onFix }: Props) {
  const editor = useEditor()
  const [language] = useLanguage()
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const place = useEditorState(({ flow }) => {
    const at = problem.node ?? flow.edges.find(({ id }) => id === problem.edge)?.from
    return flow.nodes.find(({ id }) => id === at)?.id
  })
  const Icon = severityIcons[problem.severity]
  const fix = fixWords(problem, language)
  const words = describeProblem(problem, language)
  return (
    <li className={styles.item} data-severity={problem.severity}>
      <Icon size={18} aria-hidden />
      <div>
        {place === undefined ? (
          <p className={styles.words}>{words}</p>
        ) : (
          <button
            type="button"
            className={styles.words}
            onClick={() => {
              onGo?.()
              editor.getState().goTo(place, problem.field)
            }}
          >
            {words}
          </button>
        )}
        {fix !== '' && !isReadOnly && (
          <button type="button" className={styles.fix} data-fix onClick={onFix}>
            <Wrench size={14} aria-hidden /> {fix}
          </button>
        )}
      </div>
    </li>
  )
}
