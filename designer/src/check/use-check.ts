import type { ConversationBounds, TownData } from '@pregoner/shared'
import { useEffect, useState } from 'react'
import { indexProblems } from '../editor/facts.ts'
import type { Editor } from '../editor/store.ts'
import { createChecker } from './checker.ts'
import { openIdleDesk, openWorkerDesk } from './desks.ts'
import { useFlowsBeside } from './published-flows.ts'

/** How the checking of the drawing stands. */
export interface Check {
  /** What is shown is of an earlier drawing, or nothing is known yet. */
  readonly isWorking: boolean
  /** Something has been found out since the desk was opened. */
  readonly isKnown: boolean
  /** How many messages a conversation takes; null when that cannot be told. */
  readonly bounds: ConversationBounds | null
}

const clock = {
  now: () => performance.now(),
  later(run: () => void, ms: number) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Keeps the editor's problems up to date while somebody draws. The runtime checks once more before it publishes. */
export function useCheck(editor: Editor, town: TownData): Check {
  const others = useFlowsBeside(town.key)
  const [check, setCheck] = useState<Check>({ isWorking: true, isKnown: false, bounds: null })
  const [checker, setChecker] = useState<ReturnType<typeof createChecker> | null>(null)

  useEffect(() => {
    const made = createChecker({
      desks: [openWorkerDesk, openIdleDesk],
      clock,
      onFindings({ problems, bounds }) {
        editor.getState().setProblems(indexProblems(problems))
        setCheck(before => ({ ...before, isKnown: true, bounds }))
      },
      onWorking: isWorking => setCheck(before => ({ ...before, isWorking })),
    })
    setChecker(made)
    return () => made.stop()
  }, [editor])

  useEffect(() => {
    if (!checker || !others) return // without the other flows a sub-flow would seem to be missing
    checker.check({ flow: editor.getState().flow, town, others })
    return editor.subscribe(({ flow }) => checker.check({ flow, town, others }))
  }, [editor, checker, town, others])

  return check
}
