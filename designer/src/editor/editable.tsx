import type { ReactNode } from 'react'
import { useEditorState } from './context.tsx'

/** Fields and buttons that change the drawing: none of them works while it may not be changed. */
export function Editable({ children }: { children: ReactNode }) {
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const why = useEditorState(state => state.whyReadOnly)
  return (
    <fieldset disabled={isReadOnly} title={why || undefined} style={{ display: 'contents' }}>
      {children}
    </fieldset>
  )
}
