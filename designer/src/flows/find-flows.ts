import type { FlowSummary } from '@pregoner/shared'
import { holdsWords } from '../editor/plain-text.ts'

export const flowOrders = ['changed', 'name', 'inside'] as const
export type FlowOrder = (typeof flowOrders)[number]

export const flowStates = ['any', 'live', 'changed', 'never'] as const
export type FlowState = (typeof flowStates)[number]

/** What the list asks of a flow. */
export type Listed = Pick<FlowSummary, 'name' | 'changedAt' | 'inside' | 'publishedVersion' | 'isChanged'>

/** Whether a flow answers, answers with changes waiting, or was never published. */
export const stateOf = ({ publishedVersion, isChanged }: Listed): Exclude<FlowState, 'any'> => {
  if (publishedVersion === null) return 'never'
  return isChanged ? 'changed' : 'live'
}

interface Wanted {
  text: string
  state: FlowState
  order: FlowOrder
}

/** The flows whose names hold the words, in the order asked for; flows that are alike come by name. */
export function findFlows<Flow extends Listed>(
  flows: readonly Flow[],
  { text, state, order }: Wanted,
  locale: string,
): Flow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const byName = (one: Listed, other: Listed) => compare(one.name, other.name)
  const orders: { [Order in FlowOrder]: (one: Listed, other: Listed) => number } = {
    changed: (one, other) => other.changedAt.localeCompare(one.changedAt),
    name: byName,
    inside: (one, other) => other.inside - one.inside,
  }
  return flows
    .filter(flow => (state === 'any' || stateOf(flow) === state) && holdsWords(flow.name, text))
    .toSorted((one, other) => orders[order](one, other) || byName(one, other))
}
