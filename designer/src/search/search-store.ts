import { create } from 'zustand'
import type { Editor } from '../editor/store.ts'
import type { Query } from './find-texts.ts'

export type SearchTab = 'go' | 'replace'

/** The flow that is open for drawing, when one is. */
export interface OpenFlow {
  editor: Editor
  /** Goes elsewhere once what is unsaved has been saved. */
  leaveTo(address: string): void
}

interface SearchState {
  /** Which side of the search is open; null when it is closed. */
  tab: SearchTab | null
  flow: OpenFlow | null
  /** What was looked for last, kept for when somebody comes back from a step it was found in. */
  query: Query
  replacement: string
  open(tab: SearchTab): void
  close(): void
  setFlow(flow: OpenFlow | null): void
  ask(query: Partial<Query>): void
  setReplacement(replacement: string): void
}

/** One search for all pages of a town; an open flow says that it is there. */
export const useSearch = create<SearchState>()(set => ({
  tab: null,
  flow: null,
  query: { words: '', matchCase: false, wholeWords: false, language: null },
  replacement: '',
  open: tab => set({ tab }),
  close: () => set({ tab: null }),
  setFlow: flow => set({ flow }),
  ask: changes => set(({ query }) => ({ query: { ...query, ...changes } })),
  setReplacement: replacement => set({ replacement }),
}))
