import type { Act } from '@pregoner/shared'
import { useCallback, useState } from 'react'
import { nothingSelected } from '../editor/edit-selection.ts'
import type { Editor } from '../editor/store.ts'
import type { TryIn } from '../nodes/try-in.ts'
import { type Recording, testsOf } from '../tests/tests-store.ts'
import { freshSetup } from './use-simulation.ts'

const NARROW = '(max-width: 799px)' // as the desk

/** Whether the simulator is open, and what it plays. It stands where the tests do, so that only one of them is open. */
export function useSimulating(editor: Editor) {
  const [isSimulating, setIsSimulating] = useState(false)
  const [recording, setRecording] = useState<Recording | null>(null)
  const [isFromTest, setFromTest] = useState(false)
  /** Tells one conversation from the next. */
  const [run, setRun] = useState(0)
  const tests = testsOf(editor)
  const tryIn: TryIn = useCallback(
    (language, node) => {
      const begin: Act[] = node === undefined ? [] : [{ kind: 'begin', node }]
      setRecording({ setup: { ...freshSetup(), language }, acts: begin })
      setFromTest(false)
      setRun(before => before + 1)
      setIsSimulating(true)
      tests.getState().close()
      // On a narrow screen the form would lie over the phone.
      if (window.matchMedia(NARROW).matches) editor.getState().select(nothingSelected)
    },
    [tests, editor],
  )
  const end = () => {
    setIsSimulating(false)
    setRecording(null)
    editor.getState().setLitPath([])
  }
  return {
    isSimulating,
    recording,
    run,
    tryIn,
    simulate(played: Recording | null) {
      setRecording(played)
      setFromTest(played !== null)
      setIsSimulating(true)
      tests.getState().close()
    },
    end,
    /** Closes it; who came from a test finds that test again. */
    close() {
      end()
      if (isFromTest) tests.getState().show(tests.getState().shown)
    },
  }
}
