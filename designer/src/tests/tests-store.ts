import type { Act, FlowTest, Setup, StoredTest, TestResult } from '@pregoner/shared'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useEditor } from '../editor/context.tsx'
import type { Editor } from '../editor/store.ts'

/** A conversation to be played in the simulator. */
export interface Recording {
  setup: Setup
  acts: readonly Act[]
}

/** The tests of the open flow, and how they come out on the drawing as it is now. */
export interface FlowTests {
  /** Undefined while they are being fetched. */
  tests: readonly StoredTest[] | undefined
  error: unknown
  results: ReadonlyMap<string, TestResult>
  /** Whether the drawing has changed since the results. */
  isRunning: boolean
  failing: readonly StoredTest[]
  /** Whether the panel is wanted beside the drawing. */
  isOpen: boolean
  /** The test that is looked at in the panel. */
  shown: string | null
  /** Opens the panel with this test, or with all of them. */
  show(id: string | null): void
  close(): void
  retry(): void
  save(test: FlowTest): Promise<void>
  remove(id: string): Promise<void>
}

const stores = new WeakMap<Editor, StoreApi<FlowTests>>()

/** The tests that go with an editor; `TestsRunner` fills them. */
export function testsOf(editor: Editor): StoreApi<FlowTests> {
  const known = stores.get(editor)
  if (known) return known
  const made = createStore<FlowTests>()(set => ({
    tests: undefined,
    error: null,
    results: new Map(),
    isRunning: false,
    failing: [],
    isOpen: false,
    shown: null,
    show: id => set({ shown: id, isOpen: true }),
    close: () => set({ isOpen: false }),
    retry: () => {},
    save: async () => {},
    remove: async () => {},
  }))
  stores.set(editor, made)
  return made
}

export const useTests = (): FlowTests => useStore(testsOf(useEditor()))
