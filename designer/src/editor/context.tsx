import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { Editor, EditorState } from './store.ts'

const EditorContext = createContext<Editor | null>(null)

export const EditorProvider = ({ editor, children }: { editor: Editor; children: ReactNode }) => (
  <EditorContext value={editor}>{children}</EditorContext>
)

/** The editor of the open flow, to run commands on. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor outside an EditorProvider')
  return editor
}

/** One thing of the editor's state; the component is drawn again when it changes. */
export const useEditorState = <Part,>(select: (state: EditorState) => Part): Part => useStore(useEditor(), select)
