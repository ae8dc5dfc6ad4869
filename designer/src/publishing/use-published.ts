import type { FlowDraft, ScheduledVersion } from '@pregoner/shared'
import { useEffect, useState } from 'react'
import { useFlows } from '../api/flows.ts'
import { useLiveEvent } from '../api/live.ts'
import type { SaveState } from '../editor/saver.ts'

const none: readonly string[] = []

export interface Published {
  /** The version that answers; null when none does. */
  version: number | null
  /** The newest version, which does not answer when the flow is withdrawn. */
  newest: number | null
  isWithdrawn: boolean
  scheduled: ScheduledVersion | null
  /** Whether the draft differs from the newest version. */
  isChanged: boolean
  /** Names of the flows it runs as they were before they were last published. */
  runsOlder: readonly string[]
  /** Tells that this version has just been published. */
  publish(version: number): void
}

/** How the draft stands to what is published. */
export function usePublished(townKey: string, draft: FlowDraft, saveState: SaveState): Published {
  const { data, refetch } = useFlows(townKey)
  const [version, setVersion] = useState(draft.publishedVersion)
  const [isTouched, setIsTouched] = useState(false)
  const summary = data?.find(({ id }) => id === draft.flow.id)
  const isSaved = saveState.kind === 'saved'
  useLiveEvent('flow_changed', ({ flowId }) => {
    if (flowId === draft.flow.id) void refetch()
  })
  useEffect(() => {
    if (!isSaved) setIsTouched(true)
  }, [isSaved])
  useEffect(() => {
    if (!summary || !isSaved) return
    setIsTouched(false)
    setVersion(null) // what the runtime says counts from here on
  }, [summary, isSaved])

  const newest = Math.max(version ?? 0, summary?.newestVersion ?? 0) || null
  const isWithdrawn = version === null && summary?.publishedVersion === null && newest !== null
  return {
    version: isWithdrawn ? null : newest,
    newest,
    isWithdrawn,
    scheduled: summary?.scheduled ?? null,
    isChanged: isTouched || (summary?.isChanged ?? false),
    runsOlder: summary?.runsOlder ?? none,
    publish: newVersion => {
      setVersion(newVersion)
      setIsTouched(false)
    },
  }
}
