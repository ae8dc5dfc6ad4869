import { useEffect } from 'react'
import { doAgain, takeBack } from '../editor/actions.ts'
import type { Editor } from '../editor/store.ts'
import { isElsewhere } from './is-elsewhere.ts'

/** Undo and redo, wherever on the page the focus is. */
export function useShortcuts(editor: Editor): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isElsewhere(event.target)) return
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!isRedo && key !== 'z') return
      event.preventDefault()
      if (isRedo) doAgain(editor)
      else takeBack(editor)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [editor])
}
