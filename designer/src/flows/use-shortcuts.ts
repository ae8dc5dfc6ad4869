import { useEffect } from 'react'
import { copyText, doAgain, pasteText, remove, takeBack } from '../editor/actions.ts'
import type { Editor } from '../editor/store.ts'

/** Whether keys and the clipboard belong to a field, a dialog or chosen text just now, not to the drawing. */
const isElsewhere = (target: EventTarget | null): boolean => {
  const element = target instanceof Element ? target : null
  const isField = element?.closest('input, textarea, select, [contenteditable], [role="dialog"]')
  return Boolean(isField) || document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}

const hasChosenText = () => (window.getSelection()?.toString() ?? '') !== ''

/** Undo, redo and the clipboard, wherever on the page the focus is. */
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
    const onCopy = (event: ClipboardEvent) => {
      if (isElsewhere(event.target) || hasChosenText()) return
      const text = copyText(editor)
      if (text === null) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut') remove(editor, editor.getState().selection, 'cut')
    }
    const onPaste = (event: ClipboardEvent) => {
      if (isElsewhere(event.target) || editor.getState().isReadOnly) return
      event.preventDefault()
      pasteText(editor, event.clipboardData?.getData('text/plain') ?? null)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [editor])
}
