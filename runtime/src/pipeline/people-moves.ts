import type { InputOf, PeopleMove } from '@pregoner/shared'
import type { FlowStore, Moving } from '../stores/flow-store.ts'
import type { Insider, InsideStore } from '../stores/inside-store.ts'
import type { Receive } from './receive.ts'

const PAGE = 200
const AGAIN_MS = 15_000 // longer than another process begins people in the version before, and than a step takes

export interface MoveDeps {
  flows: Pick<FlowStore, 'moving' | 'movedUpTo' | 'moveAgain' | 'moved' | 'subflowIds'>
  inside: Pick<InsideStore, 'page'>
  receive: Pick<Receive, 'input'>
  now: () => Date
  onFailure: (error: unknown) => void
}

const isMeant = (move: PeopleMove, { version, node }: Insider) =>
  move.node === node && (move.version === undefined || move.version === version)

/** What somebody is told; null when they finish where they are, as whoever a message cannot reach always does. */
function toldTo(insider: Insider, { flowId, version, to, people }: Moving): InputOf<'moved'> | null {
  const isNewer = to === null ? insider.version > version : insider.version >= to
  if (!insider.isReachable || isNewer) return null
  const { version: from, node } = insider
  if (people === null) return { kind: 'moved', flowId, from, node, version: null, to: null }
  const move = people.find(one => isMeant(one, insider))
  if (!move || move.what === 'finish') return null
  return { kind: 'moved', flowId, from, node, version: to, to: move.what === 'move' ? (move.to ?? null) : null }
}

/**
 * Tells people inside a flow where they go on, page by page, and a while later once more, for whoever was just going
 * from one step to another. What is to be done stands with the version, and each is told under a key of their own and
 * of their place: wherever a crash strikes, the next sweep goes on and nobody is told twice.
 */
export function createPeopleMoves({ flows, inside, receive, now, onFailure }: MoveDeps) {
  async function work(moving: Moving): Promise<void> {
    const { town, flowId, id } = moving
    const subflows = await flows.subflowIds(town, flowId)
    for (let { after } = moving; ; ) {
      const page = await inside.page(town, flowId, subflows, after, PAGE)
      await Promise.all(
        page.map(async insider => {
          const told = toldTo(insider, moving)
          const { convId, channelId, version, node } = insider
          if (told) await receive.input({ convId, town, channelId }, 'moved', `${id} ${version} ${node}`, told)
        }),
      )
      const last = page.at(-1)
      if (!last) break
      after = last.convId
      if (!(await flows.movedUpTo(moving, after))) return
    }
    if (moving.againAt) await flows.moved(moving)
    else await flows.moveAgain(moving, new Date(now().getTime() + AGAIN_MS))
  }

  const isTime = ({ againAt }: Moving) => !againAt || againAt <= now()

  let isAsked = false
  let sweeping: Promise<void> | null = null

  async function sweepWhileAsked(): Promise<void> {
    while (isAsked) {
      isAsked = false
      for (const moving of (await flows.moving()).filter(isTime)) await work(moving).catch(onFailure)
    }
  }

  return {
    /** Goes on wherever people are still to be told; one at a time, however often it is asked for. */
    sweep(): Promise<void> {
      isAsked = true
      sweeping ??= sweepWhileAsked().finally(() => {
        sweeping = null
      })
      return sweeping
    },
  }
}
