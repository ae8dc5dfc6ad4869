import type { Flow, FlowNode, Language } from '@pregoner/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type CountsIndex, noCounts } from '../counts/counts-index.ts'
import type { Position } from './edit-nodes.ts'
import { nothingSelected, type Selection, stillThere } from './edit-selection.ts'
import { noProblems, type ProblemsIndex } from './facts.ts'
import { type Flag, type FlagSource, type Flags, noFlags } from './flags.ts'
import { type CommandName, type History, noHistory, record, redo, undo } from './history.ts'
import { estimatedSize, ownSize, type Size } from './placement.ts'

/** A node the simulator has passed; the last one is where it stands. */
export interface LitPassage {
  readonly node: string
  readonly exit: string | null
}

/** An exit for which the officer is choosing where it leads: to a new step or to one that is there. */
export interface ChoosingExit {
  readonly node: string
  readonly exit: string
  readonly mode: 'add' | 'connect'
  /** Where a line was dropped on the empty canvas. */
  readonly at?: Position
}

export interface EditorState {
  readonly flow: Flow
  readonly history: History
  readonly selection: Selection
  /** Where dragged nodes are while the drag lasts. */
  readonly dragged: ReadonlyMap<string, Position>
  /** The language the cards show. */
  readonly language: Language
  readonly litPath: readonly LitPassage[]
  /** Published versions, and flows that somebody else edits, can be looked at but not changed. */
  readonly isReadOnly: boolean
  /** Why, in the officer's words; empty when there is nothing to say. */
  readonly whyReadOnly: string
  readonly choosing: ChoosingExit | null
  /** A step for which the officer is choosing another type. */
  readonly retyping: string | null
  /** The node to bring into view and to focus, or the field of its form; `count` tells two wishes for the same apart. */
  readonly goingTo: { readonly node: string; readonly field: string | null; readonly count: number } | null
  /** The middle of what the canvas shows. */
  readonly lookingAt: Position
  readonly counts: CountsIndex
  readonly problems: ProblemsIndex
  readonly flags: Flags
  /** What a screen reader says next; `count` tells the same words said twice apart. */
  readonly announcement: { readonly text: string; readonly count: number }
  /** What everybody is told next, on the screen. */
  readonly told: { readonly text: string; readonly count: number }

  /** Runs an edit as one command. Commands with the same `key` in quick succession become one. */
  run(name: CommandName, edit: (flow: Flow) => Flow, key?: string): void
  undo(): CommandName | null
  redo(): CommandName | null
  select(selection: Selection): void
  drag(positions: ReadonlyMap<string, Position>): void
  /** Puts another drawing in place, without history: another person's draft, or the kept one. */
  replace(flow: Flow): void
  /** Whether the drawing may be changed from now on, and why not. */
  setReadOnly(isReadOnly: boolean, why?: string): void
  setLanguage(language: Language): void
  setLitPath(path: readonly LitPassage[]): void
  choose(choosing: ChoosingExit | null): void
  setRetyping(node: string | null): void
  goTo(node: string, field?: string | null): void
  lookAt(position: Position): void
  /** How large a step is drawn: as measured on the canvas, else about so. Measuring draws nothing anew. */
  sizeOf(node: FlowNode): Size
  measure(sizes: ReadonlyMap<string, Size>): void
  setCounts(counts: CountsIndex): void
  setProblems(problems: ProblemsIndex): void
  /** Puts the flags of one source on the steps, in place of those it set before. */
  setFlags(source: FlagSource, byNode: ReadonlyMap<string, readonly Flag[]>): void
  announce(text: string): void
  /** Tells something to who sees the screen and to who does not. */
  tell(text: string): void
}

export type Editor = StoreApi<EditorState>

const nowhere: ReadonlyMap<string, Position> = new Map()

export interface EditorOptions {
  flow: Flow
  language?: Language
  isReadOnly?: boolean
  now(): number
}

/** The drawing on the screen with its selection and its history. */
export const createEditor = ({ flow, language, isReadOnly = false, now }: EditorOptions): Editor =>
  createStore<EditorState>()((set, get) => {
    let measured: ReadonlyMap<string, Size> = new Map()
    const travel = (way: typeof undo): CommandName | null => {
      const { history, selection, isReadOnly: isFixed } = get()
      if (isFixed) return null
      const name = (way === undo ? history.past : history.future).at(-1)?.name
      const moved = way(history)
      if (!moved || !name) return null
      const [drawing, rest] = moved
      set({ flow: drawing, history: rest, selection: stillThere(drawing, selection), dragged: nowhere })
      return name
    }

    return {
      flow,
      history: noHistory,
      selection: nothingSelected,
      dragged: nowhere,
      language: language ?? flow.defaultLanguage,
      litPath: [],
      isReadOnly,
      whyReadOnly: '',
      choosing: null,
      retyping: null,
      goingTo: null,
      lookingAt: { x: 0, y: 0 },
      counts: noCounts,
      problems: noProblems,
      flags: noFlags,
      announcement: { text: '', count: 0 },
      told: { text: '', count: 0 },

      run(name, edit, key) {
        const { flow: before, history, selection, isReadOnly: isFixed, whyReadOnly, announce } = get()
        if (isFixed) return announce(whyReadOnly)
        const after = edit(before)
        if (after === before) return set({ dragged: nowhere })
        set({
          flow: after,
          history: record(history, { name, before, after, key: key ?? null, at: now() }),
          selection: stillThere(after, selection),
          dragged: nowhere,
        })
      },
      undo: () => travel(undo),
      redo: () => travel(redo),
      select: selection => set({ selection }),
      drag: dragged => set({ dragged }),
      replace: drawing =>
        set(({ selection, language: shown }) => ({
          flow: drawing,
          language: drawing.languages.includes(shown) ? shown : drawing.defaultLanguage,
          history: noHistory,
          selection: stillThere(drawing, selection),
          dragged: nowhere,
        })),
      setReadOnly: (isFixed, why = '') =>
        set({ isReadOnly: isFixed, whyReadOnly: why, dragged: nowhere, ...(isFixed && { choosing: null }) }),
      setLanguage: chosen => set({ language: chosen }),
      setLitPath: litPath => set({ litPath }),
      choose: choosing => set({ choosing }),
      setRetyping: retyping => set({ retyping }),
      goTo: (node, field = null) =>
        set(({ goingTo }) => ({
          selection: { nodes: [node], edges: [] },
          goingTo: { node, field, count: (goingTo?.count ?? 0) + 1 },
        })),
      lookAt: lookingAt => set({ lookingAt }),
      sizeOf: node => ownSize(node) ?? measured.get(node.id) ?? estimatedSize(node),
      measure: sizes => {
        measured = sizes
      },
      setCounts: counts => set({ counts }),
      setProblems: problems => set({ problems }),
      setFlags: (source, byNode) => set(({ flags }) => ({ flags: new Map([...flags, [source, byNode]]) })),
      tell: text => set(({ told }) => ({ told: { text, count: told.count + 1 } })),
      announce: text => set(({ announcement }) => ({ announcement: { text, count: announcement.count + 1 } })),
    }
  })
