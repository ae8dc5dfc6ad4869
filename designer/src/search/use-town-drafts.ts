import type { FlowDraft } from '@pregoner/shared'
import { useCallback, useEffect, useState } from 'react'
import { readDraft, useFlows } from '../api/flows.ts'

const AT_ONCE = 4

export interface TownDrafts {
  drafts: readonly FlowDraft[]
  /** How many are still being read. */
  waiting: number
  /** Names of those that could not be read. */
  unread: readonly string[]
  /** Puts newer drafts in the place of those that were read. */
  update(flows: readonly FlowDraft[]): void
  /** Reads some again, because somebody has changed them. */
  reread(ids: readonly string[]): void
}

/** The drafts of all flows of the town but one, read a few at a time. */
export function useTownDrafts(townKey: string, except: string): TownDrafts {
  const summaries = useFlows(townKey).data
  const [drafts, setDrafts] = useState<readonly FlowDraft[]>([])
  const [waiting, setWaiting] = useState(0)
  const [unread, setUnread] = useState<readonly string[]>([])
  const [wanted] = useState(() => new Set<string>())
  const [round, setRound] = useState(0)

  useEffect(() => {
    const fresh = (summaries ?? []).filter(({ id }) => id !== except && !wanted.has(id))
    if (fresh.length === 0) return
    for (const { id } of fresh) wanted.add(id)
    setWaiting(count => count + fresh.length)
    const left = [...fresh]
    const readNext = async (): Promise<void> => {
      const next = left.shift()
      if (!next) return
      try {
        const draft = await readDraft(townKey, next.id)
        setDrafts(before => [...before, draft])
      } catch {
        setUnread(before => [...before, next.name]) // told in the list; the others are searched all the same
      }
      setWaiting(count => count - 1)
      await readNext()
    }
    for (let lane = 0; lane < AT_ONCE; lane++) void readNext()
  }, [summaries, townKey, except, wanted, round])

  const update = useCallback((newer: readonly FlowDraft[]) => {
    const byId = new Map(newer.map(draft => [draft.flow.id, draft]))
    setDrafts(before => before.map(draft => byId.get(draft.flow.id) ?? draft))
  }, [])
  const reread = useCallback(
    (ids: readonly string[]) => {
      for (const id of ids) wanted.delete(id)
      setDrafts(before => before.filter(({ flow }) => !ids.includes(flow.id)))
      setRound(count => count + 1)
    },
    [wanted],
  )
  return { drafts, waiting, unread, update, reread }
}
