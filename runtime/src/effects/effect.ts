import type { EffectKind, EffectOf } from '@pregoner/shared'
import type { Conversation } from '../stores/conversation-store.ts'

/** Effects that are only counted, inside the step's event, and carried out by nobody. */
export type CountedKind = 'not_understood' | 'rate'
export type RunKind = Exclude<EffectKind, CountedKind>

/** One effect of a committed step, with the id that makes carrying it out twice harmless. */
export interface DueOf<Kind extends EffectKind> {
  id: string
  seq: number
  effect: EffectOf<Kind>
  conversation: Conversation
  entryId: string | null
}
export type Due = DueOf<EffectKind>

/** Carries out all effects of one kind in a batch: one command where the database allows it. */
export type Run<Kind extends EffectKind> = (due: readonly DueOf<Kind>[]) => Promise<void>

/** The effects of one kind among others. */
export const dueOf = <Kind extends EffectKind>(due: readonly Due[], kind: Kind): DueOf<Kind>[] =>
  due.filter((one): one is Due & DueOf<Kind> => one.effect.kind === kind)
