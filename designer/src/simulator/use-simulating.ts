import { useState } from 'react'
import type { Editor } from '../editor/store.ts'
import { type Recording, testsOf } from '../tests/tests-store.ts'

/** Whether the simulator is open, and what it plays. It stands where the tests do, so that only one of them is open. */
export function useSimulating(editor: Editor) {
  const [isSimulating, setIsSimulating] = useState(false)
  const [recording, setRecording] = useState<Recording | null>(null)
  const tests = testsOf(editor)
  const end = () => {
    setIsSimulating(false)
    setRecording(null)
    editor.getState().setLitPath([])
  }
  return {
    isSimulating,
    recording,
    simulate(played: Recording | null) {
      setRecording(played)
      setIsSimulating(true)
      tests.getState().close()
    },
    end,
    /** Closes it; who came from a test finds that test again. */
    close() {
      end()
      if (recording) tests.getState().show(tests.getState().shown)
    },
  }
}
