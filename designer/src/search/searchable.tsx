import { useEffect } from 'react'
import { useEditor } from '../editor/context.tsx'
import { useOpenedFlow } from '../flows/opened-flow.tsx'
import { useSearch } from './search-store.ts'

/** Tells the search which flow is open. */
export function Searchable() {
  const editor = useEditor()
  const { leaveTo } = useOpenedFlow()
  useEffect(() => {
    useSearch.getState().setFlow({ editor, leaveTo })
    return () => useSearch.getState().setFlow(null)
  }, [editor, leaveTo])
  return null
}
