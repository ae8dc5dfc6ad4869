import type { Flow } from '../flow.ts'
import type { TownData } from '../town.ts'
import { longestWay } from './longest.ts'
import { layOut, type Place } from './places.ts'
import { shortestWay } from './shortest.ts'
import { mostInATurn } from './turn.ts'
import type { Stand, Walking } from './walk.ts'

/** A step on a way through a conversation. */
export interface PathStep {
  flowId: string
  node: string
  /** By what it is left; null where the way ends. */
  exit: string | null
  /** Messages that have gone out when it is left. */
  messages: number
}

export interface WayBound {
  messages: number
  path: PathStep[]
}

/** How much is said from one start of a flow to the end of one conversation. */
export interface StartBound {
  node: string
  /** With every misunderstanding a step allows. */
  most: WayBound
  /** When everything is understood at once. */
  usual: WayBound
  least: WayBound | null
  /** `most` may tell more than can happen. */
  isRough: boolean
  /** Steps on the longest way that ask again without a limit; each is counted as understood at once. */
  endless: string[]
}

export interface ConversationBounds {
  starts: StartBound[]
  /** The most messages one thing a citizen says can bring; null when there is no limit. */
  turn: number | null
}

function wayOf(places: readonly Place[], end: Stand): WayBound {
  const stands: Stand[] = []
  for (let stand: Stand | null = end; stand; stand = stand.before) stands.push(stand)
  stands.reverse()
  const path = stands.flatMap((stand, index): PathStep[] => {
    const place = places[stand.place]
    const next = stands[index + 1]
    if (!place) return []
    return [{ flowId: place.flowId, node: place.node, exit: next?.exit ?? null, messages: next?.count ?? stand.count }]
  })
  return { messages: end.count, path }
}

/**
 * Bounds of the messages of one conversation: a way from a start that comes to no step twice, for a second round is the
 * citizen's wish. Arriving at a menu again is counted, asking again as often as the step allows, and texts are joined as
 * the flow joins them. Words of the whole channel and people's own answers are not counted. Answers are taken to be as
 * long as the checker takes them to be. Null for a drawing too large to tell.
 */
export function conversationBounds(flow: Flow, town: TownData, others: readonly Flow[]): ConversationBounds | null {
  const layout = layOut(flow, town, others)
  if (!layout) return null
  const { places } = layout
  const walking: Walking = { places, isJoining: flow.settings.mergeTexts, counting: 'most' }
  const starts = layout.starts.map(({ node, place }): StartBound => {
    const { end, isRough } = longestWay(walking, place)
    const usual = longestWay({ ...walking, counting: 'usual' }, place)
    const least = shortestWay(walking, place)
    const most = wayOf(places, end)
    const passed = new Set(most.path.map(step => `${step.flowId} ${step.node}`))
    const endless = places.filter(one => one.later.isEndless && passed.has(`${one.flowId} ${one.node}`))
    return {
      node,
      most,
      usual: wayOf(places, usual.end),
      least: least && wayOf(places, least),
      isRough: isRough || usual.isRough,
      endless: [...new Set(endless.map(one => one.node))],
    }
  })
  return { starts, turn: mostInATurn(walking) }
}
