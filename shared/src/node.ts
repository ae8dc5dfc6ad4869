import type { z } from 'zod'
import type { Answers, AnswerValue } from './answer.ts'
import type { ContactFacts } from './contact.ts'
import type { Effect } from './effect.ts'
import type { InputOf, NodeInput } from './input.ts'
import type { ProblemCode } from './inspect/problem.ts'
import type { Language, LocalizedText, LocalizedWords } from './language.ts'
import type { Choice, OutboundMessage } from './message.ts'
import type { Trigger } from './nodes/start.ts'
import type { Sample, Wishes } from './sample.ts'
import type { Sends } from './sends.ts'
import type { Session, Wait } from './session.ts'
import type { TownData } from './town.ts'

/** How the palette groups node types and colours them. */
export type NodeFamily = 'starts' | 'says' | 'asks' | 'decides' | 'hands_on' | 'canvas'

/** A named way out of a node. Without a label the screens name it by its id ("next", "no_reply"). */
export interface Exit {
  id: string
  label?: LocalizedText
  /** May lead nowhere: the conversation ends there without a word. */
  isOptional?: true
  /** Taken when an answer was not understood often enough: nobody has said what they want. */
  isGivingUp?: true
}

/** A text of a node that a citizen reads. `maxChars` is counted after the longest substitution. */
export interface TextUse {
  field: string
  text: LocalizedText
  maxChars: number
  required: boolean
  /** Shown as it is written: `{{variables}}` are not filled in. */
  isPlain?: true
  /** One language may stand in for the others. */
  isShared?: true
  /** A longer one is not refused; the message takes another form, see `offers`. */
  mayDegrade?: true
  /** Id of the table whose columns it may use as `{{row.…}}`. */
  rowsOf?: string
}

/** Words of a node that a citizen may write instead of tapping or reading. */
export interface WordsUse {
  field: string
  kind: 'keyword' | 'synonym'
  words: LocalizedWords
  /** What they stand for, like the label of an option. */
  meaning?: LocalizedText
}

/** A choice under a text, as far as its form and its words must be checked. */
export interface Offer {
  id: string
  field: string
  label: LocalizedText
  description: LocalizedText
  synonyms: LocalizedWords
}

/** Names that go with leaving by `exit`; null means by any of them. */
export interface NamesByExit {
  exit: string | null
  names: string[]
}

/** Something of the town that a node names by id. */
export interface Reference {
  kind:
    | 'department'
    | 'person'
    | 'category'
    | 'table'
    | 'column'
    | 'calendar'
    | 'topic'
    | 'bookable_service'
    | 'flow'
    | 'node'
  id: string
  field: string
  /** Where exactly the id stands, when `field` is what holds it. */
  at?: string
  /** The table of a column. */
  within?: string
}

/** What a node sees while it acts. Read only; everything it changes goes into its Outcome. */
export interface Scene {
  session: Session
  town: TownData
  contact: ContactFacts
  language: Language
  flowLanguages: readonly Language[]
  defaultLanguage: Language
  flowId: string
  node: string
  turn: number
  now: Date
  /** The wait being resumed; on `enter` there is none. */
  wait: Wait | null
  /** The text in the contact's language with its `{{variables}}` filled in. */
  text(text: LocalizedText): string
  /** The text in the contact's language, or in another one, untouched. */
  label(text: LocalizedText, language?: Language): string
  /** A message in the contact's language; `text` is already rendered. */
  message(text: string, more?: Partial<OutboundMessage>): OutboundMessage
  /** A choice as it travels: the id carries flow, node and turn, so that an old tap is recognised. */
  choice(optionId: string, label: string, description?: string): Choice
  /** An answer, `contact.…`, `town.…` or another value that texts may use; undefined when unknown. */
  value(name: string): AnswerValue | undefined
  /** The next number of the session's own sequence, from 0 up to but not including 1. */
  chance(): number
}

/** What a node wants: one of `exit`, `wait`, `stay`, `goTo`, `call` or `end`, and what to do besides. */
export interface Outcome {
  /** Goes on through this exit. */
  exit?: string
  /** Waits; `minutes` null waits for ever, `until` wins over `minutes`. `again` counts one more attempt. */
  wait?: { kind: Wait['kind']; minutes: number | null; until?: Date; memory?: unknown; again?: boolean }
  /** Keeps the present wait, its time and its attempts. */
  stay?: true
  /** Jumps to another node of the same flow. */
  goTo?: string
  /** Runs another flow and comes back to this node's `exit` "returned". */
  call?: string
  end?: 'ended' | 'failed'
  messages?: OutboundMessage[]
  effects?: Effect[]
  answers?: Answers
  /** Facts of the contact that change; arrays and records are whole new values. */
  contact?: Partial<ContactFacts>
  /** How an answer was recognised, for the officer's eyes: "tap", "number", "near"… */
  rule?: string
}

export interface NodeDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  type: Type
  family: NodeFamily
  config: Schema
  /** What a freshly dropped node holds. Valid for the schema, though the checker may still complain. */
  blank: z.infer<Schema> & object
  exits(config: z.infer<Schema>): Exit[]
  enter(config: z.infer<Schema>, scene: Scene): Outcome
  /** Called with a reply, the wait's timeout, a service's answer or the people's. Absent when the node never waits. */
  resume?(config: z.infer<Schema>, input: NodeInput, scene: Scene): Outcome
  /** What it says once more while it waits, for a node that says something else, or nothing, when it is come to. */
  repeats?(config: z.infer<Schema>, scene: Scene): OutboundMessage[]
  /**
   * True when this reply is surely meant for the node, so that no town-wide word and no keyword takes it away; false
   * when it surely is not. Undefined, or left out, where any text will do: town-wide words win there, keywords do not.
   */
  claims?(config: z.infer<Schema>, reply: InputOf<'reply'>, scene: Scene): boolean | undefined
  /** Whether whoever leaves by this exit has always waited here, so that a loop through it is harmless. */
  waits?(config: z.infer<Schema>, exit: string): boolean
  /** Exits taken by itself when nobody has written for so long. */
  timeouts?(config: z.infer<Schema>): { exit: string; minutes: number }[]
  /** Exits that nobody can ever leave by, and the field that says so. */
  neverTaken?(config: z.infer<Schema>, town: TownData): { exit: string; field: string }[]
  /** Whether the session may end here. */
  ends?(config: z.infer<Schema>): boolean
  /** Menus and the like: a place "back" and an old tap may return to. */
  isPlace?: boolean
  /** People of the town hall hear of the contact here. */
  reachesPeople?: true
  /** What begins a session here. Only starts have it. */
  triggers?(config: z.infer<Schema>): readonly Trigger[]
  texts?(config: z.infer<Schema>): TextUse[]
  /** The messages of one visit; left out where there are none. */
  sends?(config: z.infer<Schema>, town: TownData): Sends
  offers?(config: z.infer<Schema>): Offer[]
  words?(config: z.infer<Schema>): WordsUse[]
  /** Names read outside texts; some only to see whether they are set. */
  reads?(config: z.infer<Schema>): { name: string; field: string; mayBeUnset?: boolean }[]
  /** Names that are set for sure when the node is left by `exit`. */
  sets?(config: z.infer<Schema>): NamesByExit[]
  /** Of the names that are set when the node is left by `exit` those that then hold nothing. */
  empties?(config: z.infer<Schema>): NamesByExit[]
  /** Names that may be set here, besides those that are for sure. */
  maySet?(config: z.infer<Schema>): string[]
  /** Names that must have been set before whoever leaves by `exit` came here. */
  proves?(config: z.infer<Schema>): NamesByExit[]
  /** All answers given so far go on from here, so that none was asked for in vain. */
  takesAnswers?: true
  refers?(config: z.infer<Schema>): Reference[]
  /** The fields that hold the id of a file kept by the town, or null; no other town has that file. */
  files?(config: z.infer<Schema>): string[]
  /** Whether it asks a citizen for personal data, so that consent must come before. */
  asksPersonalData?(config: z.infer<Schema>): boolean
  /** The exit that only those take whose consent holds. */
  consentExit?: string
  /** Whether this contact was asked for consent before and it does not hold: refused, expired, or to an older text. */
  hasLapsed?(config: z.infer<Schema>, contact: ContactFacts, now: Date): boolean
  /** What may be done while it waits, so that each exit is taken: first what usually happens. */
  samples?(config: z.infer<Schema>, scene: Scene, wishes: Wishes): Sample[]
  /** Names whose values decide by which exit it is left, `contact.labels` among them, with values worth trying. */
  weighs?(config: z.infer<Schema>): { name: string; values: readonly string[] }[]
  /** Moments at which it may be left by other exits than at `now`. */
  moments?(config: z.infer<Schema>, town: TownData, now: Date): Date[]
  /** Chance decides by which exit it is left. */
  drawsLots?: true
  /** Faults only this type can have, with what their words need. */
  faults?(config: z.infer<Schema>, town: TownData): NodeFault[]
}

export interface NodeFault {
  code: ProblemCode
  severity: 'error' | 'warning'
  field: string
  values?: Record<string, string | number>
}

/** Declares a node type, with `config` typed by its schema. */
export const defineNode = <const Type extends string, Schema extends z.ZodType>(
  definition: NodeDefinition<Type, Schema>,
): NodeDefinition<Type, Schema> => definition
