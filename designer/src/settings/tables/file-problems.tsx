import { Alert } from '@mantine/core'
import { useWords } from '../../i18n/index.ts'
import { fileProblemKey } from './fault-words.ts'
import type { FileProblem } from './table-file.ts'
import { tableWords } from './words.ts'

const MAX_SHOWN = 20

/** Why nothing of a file was taken, line by line. */
export function FileProblems({ problems }: { problems: readonly FileProblem[] }) {
  const t = useWords(tableWords)
  if (problems.length === 0) return null
  const wordsOf = (problem: FileProblem) => {
    const column = 'column' in problem ? (problem.column ?? '') : ''
    const words = t(fileProblemKey(problem.code), { column })
    return `${t('line', { line: problem.line })}${column ? `, ${column}` : ''}: ${words}`
  }
  return (
    <Alert color="red" role="alert" title={t('notImported')}>
      <ul>
        {problems.slice(0, MAX_SHOWN).map(problem => (
          <li key={wordsOf(problem)}>{wordsOf(problem)}</li>
        ))}
        {problems.length > MAX_SHOWN && <li>{t('more', { count: problems.length - MAX_SHOWN })}</li>}
      </ul>
    </Alert>
  )
}
