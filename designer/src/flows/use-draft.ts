import { type Flow, type FlowDraft, flowDraft } from '@pregoner/shared'
import { useEffect, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { flowsKey, readDraft, saveDraft } from '../api/flows.ts'
import { useLiveEvent } from '../api/live.ts'
import { queryClient, sessionKey } from '../api/query-client.ts'
import { keptDrafts } from '../editor/kept-draft.ts'
import { createSaver, type SaveOutcome, type Saver, type SaveState } from '../editor/saver.ts'
import { createEditor, type Editor } from '../editor/store.ts'

export interface OpenDraft {
  editor: Editor
  saver: Saver
  saveState: SaveState
  /** Whether unsaved work of an earlier visit was taken up again. */
  hasResumed: boolean
}

const save = async (townKey: string, flow: Flow, rev: number): Promise<SaveOutcome> => {
  try {
    const stored = await saveDraft(townKey, flow, rev)
    void queryClient.invalidateQueries({ queryKey: flowsKey(townKey) })
    return { kind: 'saved', rev: stored.rev }
  } catch (error) {
    if (isApiError(error, 'stale')) {
      const current = flowDraft.safeParse(error.current).data ?? (await readDraft(townKey, flow.id))
      return { kind: 'stale', current }
    }
    if (isApiError(error) && error.status === 401) queryClient.setQueryData(sessionKey, null)
    const isPassing = isApiError(error) && (error.status === 0 || error.status === 429 || error.status >= 500)
    return isPassing ? { kind: 'unreachable' } : { kind: 'refused', message: describeError(error) }
  }
}

const later = (run: () => void, milliseconds: number) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

const isSameDrawing = (a: Flow, b: Flow) => JSON.stringify(a) === JSON.stringify(b)

/** Opens a draft for editing: the editor, what saves it, and unsaved work of an earlier visit. */
export function useDraft(townKey: string, draft: FlowDraft, onTaken: (by: string) => void): OpenDraft {
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saved' })
  const [open] = useState(() => {
    const kept = keptDrafts(localStorage, townKey, draft.flow.id)
    const unsaved = kept.read()
    const hasResumed = unsaved !== null && !isSameDrawing(unsaved.flow, draft.flow)
    const flow = hasResumed ? unsaved.flow : draft.flow
    const editor = createEditor({ flow, now: Date.now })
    const saver = createSaver(
      { save: (drawing, rev) => save(townKey, drawing, rev), kept, onState: setSaveState, later },
      { flow: draft.flow, rev: hasResumed ? unsaved.rev : draft.rev },
    )
    return { editor, saver, hasResumed }
  })
  const { editor, saver } = open

  useEffect(() => {
    saver.resume()
    saver.changed(editor.getState().flow)
    const unsubscribe = editor.subscribe((now, before) => {
      if (now.flow !== before.flow) saver.changed(now.flow)
    })
    const retry = () => void saver.flush()
    const keep = () => saver.keepUnsaved()
    window.addEventListener('online', retry)
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keep)
    return () => {
      unsubscribe()
      window.removeEventListener('online', retry)
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', keep)
      keep()
      void saver.flush()
      saver.pause()
    }
  }, [editor, saver])

  useLiveEvent('flow_changed', ({ flowId, rev, by }) => {
    if (flowId !== draft.flow.id || saver.isUnsaved() || rev <= saver.rev()) return
    void readDraft(townKey, flowId).then(theirs => {
      if (saver.isUnsaved() || theirs.rev <= saver.rev()) return
      saver.adopt(theirs)
      editor.getState().replace(theirs.flow)
      onTaken(by)
    })
  })

  return { ...open, saveState }
}
