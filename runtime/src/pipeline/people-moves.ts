import type { InputOf, PeopleMove } from '@pregoner/shared'
import type { FlowStore, Moving } from '../stores/flow-store.ts'
import type { Insider, InsideStore } from '../stores/inside-store.ts'
import type { Receive } from './receive.ts'

const PAGE = 200

export interface MoveDeps {
  flows: Pick<FlowStore, 'moving' | 'movedUpTo' | 'moved' | 'subflowIds'>
  inside: Pick<InsideStore, 'page'>
  receive: Pick<Receive, 'input'>
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
 * Tells people inside a flow where they go on, page by page. What is to be done stands with the version, and each is
 * told under a key of their own: wherever a crash strikes, the next sweep goes on and nobody is told twice.
 */
export function createPeopleMoves({ flows, inside, receive, onFailure }: MoveDeps) {
  async function work(moving: Moving): Promise<void> {
    const { town, flowId, id } = moving
    const subflows = await flows.subflowIds(town, flowId)
    for (let { after } = moving; ; ) {
      const page = await inside.page(town, flowId, subflows, after, PAGE)
      await Promise.all(
        page.map(async insider => {
          const told = toldTo(insider, moving)
          const { convId, channelId } = insider
          if (told) await receive.input({ convId, town, channelId }, 'moved', id, told)
        }),
      )
      const last = page.at(-1)
      if (!last) break
      after = last.convId
      await flows.movedUpTo(moving, after)
    }
    await flows.moved(moving)
  }

  return {
    /** Goes on wherever people are still to be told. */
    async sweep(): Promise<void> {
      for (const moving of await flows.moving()) await work(moving).catch(onFailure)
    },
  }
}
