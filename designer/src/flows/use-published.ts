import type { FlowDraft } from '@pregoner/shared'
import { useEffect, useState } from 'react'
import { useFlows } from '../api/flows.ts'
import type { SaveState } from '../editor/saver.ts'

export interface Published {
  version: number | null
  /** Whether the draft differs from the published version. */
  isChanged: boolean
  /** How many people are inside now. */
  inside: number
  /** Tells that this version has just been published. */
  publish(version: number): void
}

/** How the draft stands to what is published. */
export function usePublished(townKey: string, draft: FlowDraft, saveState: SaveState): Published {
  const { data } = useFlows(townKey)
  const [version, setVersion] = useState(draft.publishedVersion)
  const [isTouched, setIsTouched] = useState(false)
  const summary = data?.find(({ id }) => id === draft.flow.id)
  const isSaved = saveState.kind === 'saved'
  useEffect(() => {
    if (!isSaved) setIsTouched(true)
  }, [isSaved])
  useEffect(() => {
    if (summary && isSaved) setIsTouched(false)
  }, [summary, isSaved])

  return {
    version: Math.max(version ?? 0, summary?.publishedVersion ?? 0) || null,
    isChanged: isTouched || (summary?.isChanged ?? false),
    inside: summary?.inside ?? 0,
    publish: newVersion => {
      setVersion(newVersion)
      setIsTouched(false)
    },
  }
}
