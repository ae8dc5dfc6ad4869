import { z } from 'zod'
import { id } from './names.ts'

/** Every change names the browser tab it comes from, so that the tab that edits a flow is known again. */
export const TAB_HEADER = 'x-pregoner-tab'

/** A browser tab, named by itself at random. It opens nothing by itself: a lock asks for the same person, too. */
export const tabName = z.string().regex(/^[a-z0-9]{8,40}$/)

/** How long a tab that has fallen silent keeps its flow, and how often it should speak. */
export const LOCK_SECONDS = 45
export const RENEW_SECONDS = 15
/** Whoever asked gets the flow after this time without an answer and without a change. */
export const UNANSWERED_SECONDS = 60

export const lockActions = ['hold', 'release', 'ask', 'hand_over', 'not_yet', 'take_over'] as const
export type LockAction = (typeof lockActions)[number]
export const lockRequest = z.strictObject({ tab: tabName, action: z.enum(lockActions) })

const someone = z.strictObject({
  name: z.string(),
  /** The person who asks the runtime, in whatever tab. */
  isYou: z.boolean(),
  isThisTab: z.boolean(),
})

/** Who edits a flow just now, as one of the tabs sees it. Times are durations: clocks of browsers differ. */
export const flowLock = z.strictObject({
  holder: someone.nullable(),
  /** After this time without a word of the holder the flow is free. */
  endsInMs: z.number().int().nonnegative(),
  ask: someone
    .extend({
      isDeclined: z.boolean(),
      /** After this time the asker may take the flow; null when the holder has said “not yet”. */
      ripeInMs: z.number().int().nonnegative().nullable(),
    })
    .nullable(),
  /** Revision of the stored draft. */
  rev: z.number().int(),
})
export type FlowLock = z.infer<typeof flowLock>

/** Where a tab is: which flow it shows, and the step it has chosen there. */
export const flowPlace = z.strictObject({ flowId: id, tab: tabName, node: id.nullable() })
export type FlowPlace = z.infer<typeof flowPlace>

/** A person who looks at a flow just now, in one of their tabs. */
export interface FlowPresence {
  tab: string
  name: string
  node: string | null
}

/** What comes with a change that is refused because somebody else edits the flow. */
export const lockedBy = z.strictObject({ holder: z.string(), isYou: z.boolean() })
