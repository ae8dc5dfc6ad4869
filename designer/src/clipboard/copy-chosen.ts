import type { Editor } from '../editor/store.ts'

/** Copies or cuts steps from a menu: lets the page's own handler do it, which needs no permission. */
export const copyChosen = (editor: Editor, nodes: readonly string[], how: 'copy' | 'cut'): void => {
  editor.getState().select({ nodes, edges: [] })
  window.getSelection()?.removeAllRanges()
  document.execCommand(how)
}
