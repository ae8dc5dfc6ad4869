import type { Role } from '@pregoner/shared'
import { Suspense, useEffect } from 'react'
import { lazyPart } from '../frame/lazy-part.ts'
import { type SearchTab, useSearch } from './search-store.ts'

const SearchDialog = lazyPart(() => import('./search-dialog.tsx'))

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)
const tabs: { readonly [key: string]: SearchTab | undefined } = { k: 'go', h: 'replace' }

const hasDialog = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null

/** Opens the search with Ctrl K, or with Ctrl H to replace, on every page of a town. */
export function SearchHost({ townKey, role }: { townKey: string; role: Role }) {
  const tab = useSearch(state => state.tab)
  const drawsFlows = role !== 'agent'
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isCommand = isApple ? event.metaKey : event.ctrlKey
      if (!isCommand || event.altKey || event.shiftKey) return
      const wanted = tabs[event.key.toLowerCase()]
      if (!wanted || hasDialog() || (wanted === 'replace' && !drawsFlows)) return
      event.preventDefault()
      useSearch.getState().open(wanted)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      useSearch.getState().close()
    }
  }, [drawsFlows])
  if (tab === null) return null
  return (
    <Suspense fallback={null}>
      <SearchDialog key={townKey} tab={tab} townKey={townKey} role={role} />
    </Suspense>
  )
}
