import type { Flow, FlowDraft } from '@pregoner/shared'
import { useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import type { Editor } from '../editor/store.ts'
import { findHits, type Hit, type Query } from './find-texts.ts'

/** Where the words stand in one flow. */
export interface Finding {
  flow: Flow
  hits: readonly Hit[]
  /** Whether it is the flow on the desk, whose changes can be undone there. */
  isOpen: boolean
  /** Somebody else is editing it: it can be looked at only. */
  isFixed: boolean
}

const nothing = () => () => {}

/** The drawing on the desk as it changes; null when no flow is open. */
export const useOpenDrawing = (editor: Editor | null): Flow | null =>
  useSyncExternalStore(editor?.subscribe ?? nothing, () => editor?.getState().flow ?? null)

/** What a query finds in the open flow first, then in the others by name. */
export function useFindings(editor: Editor | null, drafts: readonly FlowDraft[], query: Query) {
  const open = useOpenDrawing(editor)
  const asked = useDeferredValue(query) // typing goes on while many texts are searched
  return useMemo(() => {
    const isFixed = editor?.getState().isReadOnly ?? false
    const others = drafts
      .map(({ flow }) => ({ flow, isOpen: false, isFixed: false }))
      .sort((a, b) => a.flow.name.localeCompare(b.flow.name))
    const all = [...(open ? [{ flow: open, isOpen: true, isFixed }] : []), ...others].map(one => ({
      ...one,
      ...findHits(one.flow, asked),
    }))
    const findings: Finding[] = all.filter(({ hits }) => hits.length > 0)
    return { asked, findings, guarded: all.reduce((sum, { guarded }) => sum + guarded, 0) }
  }, [editor, open, drafts, asked])
}

export const hitKey = (flowId: string, { node, field, language, start }: Hit): string =>
  `${flowId} ${node} ${field} ${language} ${start}`
