import type { TownData } from '@pregoner/shared'
import { useEffect } from 'react'
import { readProblems } from '../api/flows.ts'
import { indexProblems } from '../editor/facts.ts'
import type { SaveState } from '../editor/saver.ts'
import type { Editor } from '../editor/store.ts'

/** Keeps the editor's problems up to date: those of the stored draft, after each save. */
export function useProblems(editor: Editor, town: TownData, saveState: SaveState): void {
  const isSaved = saveState.kind === 'saved'
  useEffect(() => {
    if (!isSaved) return
    let isWanted = true
    readProblems(town.key, editor.getState().flow.id).then(
      problems => isWanted && editor.getState().setProblems(indexProblems(problems)),
      () => {}, // the frame tells that the runtime cannot be reached; what was known before stays
    )
    return () => {
      isWanted = false
    }
  }, [editor, town.key, isSaved])
}
