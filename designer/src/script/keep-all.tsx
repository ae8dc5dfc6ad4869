import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  type AllPaths,
  type Flow,
  type FlowTest,
  MAX_ACTS,
  MAX_TESTS,
  type StoredTest,
  simulate,
  simulatedFlows,
  type TownData,
  toldLines,
} from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { saveTest, testsKey, useStoredTests } from '../api/flow-tests.ts'
import { queryClient } from '../api/query-client.ts'
import { useWords } from '../i18n/index.ts'
import { readableId } from '../nodes/readable-id.ts'
import { sameRun } from '../tests/same-run.ts'
import { headingOf, useActWords } from './act-words.ts'
import { scriptWords } from './words.ts'

const MAX_NAME_CHARS = 120

interface KeepAllProps {
  town: TownData
  flow: Flow
  others: readonly Flow[]
  paths: AllPaths
}

/** Keeps every conversation of the script as a test, those that are not one yet. */
export function KeepAll({ town, flow, others, paths }: KeepAllProps) {
  const t = useWords(scriptWords)
  const actWords = useActWords()
  const { data: tests } = useStoredTests(town.key, flow.id)
  const [done, setDone] = useState(0)

  function newTests(known: readonly StoredTest[]): FlowTest[] {
    const flows = simulatedFlows(flow, others, town)
    const made: FlowTest[] = []
    for (const conversation of paths.conversations) {
      const { setup, acts, number } = conversation
      if (acts.length > MAX_ACTS || sameRun(known, { setup, acts })) continue
      const name = headingOf(actWords, t('conversation', { number }), conversation).slice(0, MAX_NAME_CHARS)
      const id = readableId(
        name,
        [...known, ...made].map(test => test.id),
        'test',
      )
      made.push({ id, name, setup, acts, lines: toldLines(simulate(flows, setup, acts).lines) })
    }
    return made
  }

  const keeping = useMutation({
    async mutationFn(known: readonly StoredTest[]) {
      const wanted = newTests(known)
      const fitting = wanted.slice(0, Math.max(0, MAX_TESTS - known.length))
      for (const [index, test] of fitting.entries()) {
        setDone(index)
        await saveTest(town.key, flow.id, test)
      }
      return { kept: fitting.length, isAll: fitting.length === wanted.length }
    },
    onSuccess: ({ kept, isAll }) =>
      notifications.show({ color: 'teal', message: t(isAll ? 'keptAll' : 'keptSome', { kept }) }),
    onError: error => notifications.show({ color: 'red', message: describeError(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: testsKey(town.key, flow.id) }),
  })
  return (
    <Button
      variant="default"
      leftSection={<BookmarkPlus size={16} aria-hidden="true" />}
      disabled={!tests || keeping.isPending}
      onClick={() => tests && keeping.mutate(tests)}
    >
      {keeping.isPending ? t('keeping', { done, count: paths.conversations.length }) : t('keepAll')}
    </Button>
  )
}
