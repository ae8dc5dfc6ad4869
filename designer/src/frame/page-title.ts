import { useEffect } from 'react'
import { create } from 'zustand'

/** The title of the open page, read out when it changes. */
export const usePageTitleStore = create<{ title: string }>(() => ({ title: '' }))

/** Names the page in the browser's tab and for screen readers. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Pregoner` : 'Pregoner'
    usePageTitleStore.setState({ title })
  }, [title])
}
