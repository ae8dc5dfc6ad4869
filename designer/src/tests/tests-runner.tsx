import type { StoredTest, TownData } from '@pregoner/shared'
import { useEffect } from 'react'
import { deleteTest, saveTest, testsKey, useStoredTests } from '../api/flow-tests.ts'
import { queryClient } from '../api/query-client.ts'
import { useLoadedFlows } from '../check/published-flows.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import type { Flag } from '../editor/flags.ts'
import { useWords } from '../i18n/index.ts'
import { testsOf } from './tests-store.ts'
import { type TestRun, useTestRun } from './use-test-run.ts'
import { testWords } from './words.ts'

/** Fetches the tests of the open flow, runs them after every change and marks the steps where one goes otherwise. */
export function TestsRunner({ town }: { town: TownData }) {
  const t = useWords(testWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const { data: tests, error, refetch } = useStoredTests(town.key, flow.id)
  const others = useLoadedFlows(town.key)
  const { results, isRunning } = useTestRun(flow, town, others, tests)

  useEffect(() => {
    const refresh = () => queryClient.invalidateQueries({ queryKey: testsKey(town.key, flow.id) })
    testsOf(editor).setState({
      retry: () => void refetch(),
      async save(test) {
        await saveTest(town.key, flow.id, test)
        await refresh()
      },
      async remove(id) {
        await deleteTest(town.key, flow.id, id)
        await refresh()
      },
    })
  }, [editor, town.key, flow.id, refetch])

  useEffect(() => {
    const failing = tests?.filter(({ id }) => results.get(id)?.hasPassed === false) ?? []
    testsOf(editor).setState({ tests, error: tests ? null : error, results, isRunning, failing })
    const flags = flagsOf(failing, results, (names, line) =>
      names.length > 1
        ? t('someFail', { count: names.length, name: names.join(', ') })
        : t('flag', { name: names[0] ?? '', line }),
    )
    const hadNone = (editor.getState().flags.get('tests')?.size ?? 0) === 0
    if (!hadNone || flags.size > 0) editor.getState().setFlags('tests', flags)
  }, [editor, tests, error, results, isRunning, t])
  return null
}

/** One flag for each step where tests go otherwise, however many. */
function flagsOf(
  failing: readonly StoredTest[],
  results: TestRun['results'],
  words: (names: readonly string[], line: number) => string,
): Map<string, Flag[]> {
  const byNode = new Map<string, { names: string[]; line: number }>()
  for (const { id, name } of failing) {
    const result = results.get(id)
    if (!result || result.hasPassed || result.node === null) continue
    const { names, line } = byNode.get(result.node) ?? { names: [], line: result.index + 1 }
    byNode.set(result.node, { names: [...names, name], line })
  }
  return new Map([...byNode].map(([node, { names, line }]) => [node, [{ kind: 'failed', text: words(names, line) }]]))
}
