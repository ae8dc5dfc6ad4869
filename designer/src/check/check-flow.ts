import {
  type ConversationBounds,
  conversationBounds,
  type Flow,
  inspect,
  type Problem,
  type TownData,
} from '@pregoner/shared'

/** What is checked: a drawing beside what citizens meet of the town now. */
export interface Subject {
  readonly flow: Flow
  readonly town: TownData
  readonly others: readonly Flow[]
}

export interface Findings {
  readonly problems: readonly Problem[]
  /** How many messages a conversation takes; null for a drawing too large to tell. */
  readonly bounds: ConversationBounds | null
}

/** Everything the desk tells about a drawing while it is drawn. */
export const checkFlow = ({ flow, town, others }: Subject): Findings => ({
  problems: inspect(flow, town, others),
  bounds: conversationBounds(flow, town, others),
})
