import { fixProblem, fixWords, type Problem } from '@pregoner/shared'
import { useTown } from '../api/town.ts'
import { useEditor } from '../editor/context.tsx'
import { indexProblems } from '../editor/facts.ts'
import { translate, useLanguage } from '../i18n/index.ts'
import { usePublishedFlows } from './published-flows.ts'
import { checkWords } from './words/problems.ts'

/** Mends a problem as one command, and says so. It leaves the list at once; the checker has the last word. */
export function useFix(): (problem: Problem) => void {
  const editor = useEditor()
  const town = useTown()
  const others = usePublishedFlows(town.key)
  const [language] = useLanguage()
  return problem => {
    const { run, announce, setProblems, problems } = editor.getState()
    const before = editor.getState().flow
    run('fix', flow => fixProblem(flow, problem, town, others) ?? flow)
    if (editor.getState().flow === before) {
      announce(translate(checkWords, 'cannotFix'))
      return
    }
    setProblems(indexProblems(problems.all.filter(one => one !== problem)))
    announce(translate(checkWords, 'fixed', { fix: fixWords(problem, language) }))
  }
}
