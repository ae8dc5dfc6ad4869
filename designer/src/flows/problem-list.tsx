import { describeProblem, type Problem } from '@pregoner/shared'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './dialogs.module.css'
import { publishingWords } from './words/publishing.ts'

/** Problems in words; each leads to its step and field. */
export function ProblemList({ problems, onGo }: { problems: readonly Problem[]; onGo?(): void }) {
  const t = useWords(publishingWords)
  const editor = useEditor()
  const [screenLanguage] = useLanguage()
  const nodes = useEditorState(state => state.flow.nodes)
  const edges = useEditorState(state => state.flow.edges)

  return (
    <ul className={styles.problems}>
      {problems.map(problem => {
        const at = problem.node ?? edges.find(({ id }) => id === problem.edge)?.from
        const node = nodes.find(({ id }) => id === at)
        const Icon = problem.severity === 'error' ? CircleAlert : TriangleAlert
        return (
          <li
            key={`${problem.code} ${problem.node} ${problem.field} ${problem.edge} ${JSON.stringify(problem.values)}`}
          >
            <button
              type="button"
              className={styles.problem}
              data-severity={problem.severity}
              disabled={!node}
              onClick={() => {
                if (!node) return
                onGo?.()
                editor.getState().goTo(node.id, problem.field)
              }}
            >
              <Icon size={18} aria-hidden />
              <span>
                <span className="visually-hidden">{t(problem.severity === 'error' ? 'error' : 'warning')}: </span>
                {describeProblem(problem, screenLanguage)}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
