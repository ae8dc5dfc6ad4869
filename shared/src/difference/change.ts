import type { Flow } from '../flow.ts'
import type { Language, LocalizedText } from '../language.ts'
import type { Reference } from '../node.ts'

/** What is needed to call a step by its name, in any language. */
export interface StepName {
  id: string
  type: string
  /** The officer's own name for it; empty when there is none. */
  name: string
  /** The first words a citizen reads there. */
  text: LocalizedText
  /** The department it hands matters to. */
  department: string | null
}

/** One of the options of a step, as people count them. */
export interface OptionName {
  number: number
  label: LocalizedText
}

export interface ExitName {
  id: string
  label: LocalizedText
  /** Its place among the options; null for any other exit. */
  number: number | null
}

/** Something that is named by id; steps and other drawings' columns bring along what their names need. */
export interface Thing {
  id: string
  step: StepName | null
  within: string | null
}

interface AtStep {
  step: StepName
}

/** An entry of a list in a form: an option, a way, a word that begins the flow. */
interface Item extends AtStep {
  /** Path of the list, like `options`. */
  field: string
  number: number
  isOption: boolean
  label: LocalizedText
  /** Its first words when it has no label. */
  hint: string
}

/** One thing that is different between two drawings of a flow. `describeChange` has the words for it. */
export type Change =
  | ({ kind: 'step_added' } & AtStep)
  | ({ kind: 'step_removed' } & AtStep)
  | ({ kind: 'step_renamed'; before: string; after: string } & AtStep)
  | ({ kind: 'step_retyped'; before: string } & AtStep)
  | ({
      kind: 'text'
      field: string
      option: OptionName | null
      language: Language
      before: string
      after: string
      /** Whether citizens read it. */
      isRead: boolean
    } & AtStep)
  | ({
      kind: 'words'
      field: string
      option: OptionName | null
      language: string
      added: string[]
      removed: string[]
    } & AtStep)
  | ({ kind: 'item_added'; to: StepName | null } & Item)
  | ({ kind: 'item_removed' } & Item)
  | ({ kind: 'items_reordered'; field: string; isOption: boolean; labels: LocalizedText[] } & AtStep)
  | ({ kind: 'exit'; exit: ExitName; before: StepName | null; after: StepName | null } & AtStep)
  | ({
      kind: 'reference'
      reference: Reference['kind']
      field: string
      before: Thing[]
      after: Thing[]
      /** The only option that leads to this step. */
      via: { step: StepName; exit: ExitName } | null
    } & AtStep)
  | ({ kind: 'setting'; field: string; before: unknown; after: unknown } & AtStep)
  | { kind: 'flow_renamed'; before: string; after: string }
  /** `texts` counts what is written in the languages that are new. */
  | { kind: 'languages'; added: Language[]; removed: Language[]; texts: number }
  | { kind: 'default_language'; before: Language; after: Language }
  | { kind: 'flow_setting'; setting: Exclude<keyof Flow['settings'], 'mainMenu'>; before: unknown; after: unknown }
  | { kind: 'main_menu'; before: StepName | null; after: StepName | null }
  | { kind: 'positions'; count: number }
  /** Notes and frames, which live on the canvas only. */
  | { kind: 'canvas'; count: number }

export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

/** The step a change is about; null when it is about the whole flow. */
export const stepOf = (change: Change): StepName | null => ('step' in change ? change.step : null)

/** Whether citizens can notice it. */
export function isFelt(change: Change): boolean {
  if (change.kind === 'text') return change.isRead
  return !['positions', 'canvas', 'step_renamed', 'flow_renamed'].includes(change.kind)
}
