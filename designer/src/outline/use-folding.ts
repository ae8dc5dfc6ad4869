import { useCallback, useState } from 'react'
import { useEditor } from '../editor/context.tsx'
import { translate } from '../i18n/index.ts'
import { outlineRows } from './outline-rows.ts'
import type { Step } from './outline-tree.ts'
import { outlineWords } from './words.ts'

const nothing: ReadonlySet<string> = new Set()

/** What of the outline is folded away. */
export function useFolding(tree: readonly Step[]) {
  const editor = useEditor()
  const [collapsed, setCollapsed] = useState(nothing)
  const fold = useCallback(
    (key: string, isFolded: boolean) =>
      setCollapsed(before => {
        const after = new Set(before)
        if (isFolded) after.add(key)
        else after.delete(key)
        return after
      }),
    [],
  )
  const unfold = useCallback(() => setCollapsed(nothing), [])
  return {
    collapsed,
    fold,
    /** Without a word: somebody goes to a line that may be folded away. */
    unfold,
    foldAll: () => {
      setCollapsed(new Set(outlineRows(tree, nothing).flatMap(({ key, hasInside }) => (hasInside ? [key] : []))))
      editor.getState().announce(translate(outlineWords, 'folded'))
    },
    unfoldAll: () => {
      unfold()
      editor.getState().announce(translate(outlineWords, 'unfolded'))
    },
  }
}
