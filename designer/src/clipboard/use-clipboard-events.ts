import { useEffect } from 'react'
import { remove } from '../editor/actions.ts'
import { copyText } from '../editor/actions-clip.ts'
import type { Editor } from '../editor/store.ts'
import type { Surroundings } from '../editor/town-things.ts'
import { isElsewhere } from '../flows/is-elsewhere.ts'

const hasChosenText = () => (window.getSelection()?.toString() ?? '') !== ''

/** Copy, cut and paste, wherever on the page the focus is. */
export function useClipboardEvents(editor: Editor, around: Surroundings, onPaste: (text: string | null) => void): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (isElsewhere(event.target) || hasChosenText()) return
      const text = copyText(editor, around)
      if (text === null) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut') remove(editor, editor.getState().selection, 'cut')
    }
    const paste = (event: ClipboardEvent) => {
      if (isElsewhere(event.target) || editor.getState().isReadOnly) return
      event.preventDefault()
      onPaste(event.clipboardData?.getData('text/plain') ?? null)
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [editor, around, onPaste])
}
