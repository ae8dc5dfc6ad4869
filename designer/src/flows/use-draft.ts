import { type Flow, type FlowDraft, flowDraft, lockedBy, tabName } from '@pregoner/shared'
import { useEffect, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { actOnLock } from '../api/flow-lock.ts'
import { flowsKey, readDraft, saveDraft } from '../api/flows.ts'
import { queryClient, sessionKey } from '../api/query-client.ts'
import { thisTab } from '../api/this-tab.ts'
import { keptDrafts } from '../editor/kept-draft.ts'
import { isSameDrawing } from '../editor/same-drawing.ts'
import { createSaver, type SaveOutcome, type Saver, type SaveState } from '../editor/saver.ts'
import { createEditor, type Editor } from '../editor/store.ts'
import { livingTabs } from '../presence/living-tabs.ts'
import type { Together } from '../presence/together.ts'
import { useLock } from '../presence/use-lock.ts'
import { usePeople } from '../presence/use-people.ts'

export interface OpenDraft {
  editor: Editor
  saver: Saver
  /** How this tab stands to others that show the flow. */
  together: Together
  saveState: SaveState
  /** Whether unsaved work of an earlier visit was taken up again. */
  hasResumed: boolean
}

/** What became of a save that was refused because somebody else edits: have they saved, too? */
async function lockedOut(townKey: string, flowId: string, rev: number, holder: string): Promise<SaveOutcome> {
  try {
    const current = await readDraft(townKey, flowId)
    return current.rev > rev ? { kind: 'stale', current } : { kind: 'locked', holder }
  } catch {
    return { kind: 'unreachable' }
  }
}

const save = async (townKey: string, flow: Flow, rev: number): Promise<SaveOutcome> => {
  try {
    const stored = await saveDraft(townKey, flow, rev)
    void queryClient.invalidateQueries({ queryKey: flowsKey(townKey), exact: true })
    return { kind: 'saved', rev: stored.rev }
  } catch (error) {
    if (isApiError(error, 'stale')) {
      const current = flowDraft.safeParse(error.current).data ?? (await readDraft(townKey, flow.id))
      return { kind: 'stale', current }
    }
    if (isApiError(error, 'locked')) {
      return lockedOut(townKey, flow.id, rev, lockedBy.safeParse(error.current).data?.holder ?? '')
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

/** Opens a draft for editing: the editor, what saves it, who else is there, and unsaved work of an earlier visit. */
export function useDraft(townKey: string, draft: FlowDraft): OpenDraft {
  const flowId = draft.flow.id
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saved' })
  const [hasResumed, setHasResumed] = useState(false)
  const [{ editor, saver, kept }] = useState(() => {
    const place = { storage: localStorage, townKey, flowId, tab: thisTab(), now: Date.now }
    const ownKept = keptDrafts(place)
    return {
      kept: ownKept,
      editor: createEditor({ flow: draft.flow, now: Date.now }),
      saver: createSaver(
        { save: (drawing, rev) => save(townKey, drawing, rev), kept: ownKept, onState: setSaveState, later },
        draft,
      ),
    }
  })

  const goOnWith = (flow: Flow, rev: number) => {
    saver.takeUp(flow, rev)
    editor.getState().replace(flow)
    setHasResumed(true)
  }

  /** What a tab that is closed by now could not save. One at a time: each may need a decision. */
  const takeUpLeft = async () => {
    if (saver.isUnsaved() || kept.others().length === 0) return
    const living = await livingTabs()
    for (const { tab, draft: left } of kept.others().filter(other => !living.has(other.tab))) {
      if (saver.isUnsaved()) return
      const isSaved = isSameDrawing(left.flow, editor.getState().flow)
      if (!isSaved) goOnWith(left.flow, left.rev)
      if (isSaved || saver.keepUnsaved()) kept.clearOf(tab)
    }
  }
  const lock = useLock({ townKey, flowId, editor, saver }, () => void takeUpLeft())
  const people = usePeople(editor, flowId)
  const { keeper, state: lockState } = lock
  const isInOtherTab = lockState.kind === 'theirs' && lockState.holder.isYou

  /** A tab of this browser that was closed without a connection could not say so. */
  const releaseClosed = async () => {
    const left = kept.others()
    const living = left.length > 0 ? await livingTabs() : new Set()
    for (const { tab } of left) {
      if (tabName.safeParse(tab).success && !living.has(tab)) await actOnLock(townKey, flowId, 'release', tab)
    }
  }
  useEffect(() => {
    if (isInOtherTab) void releaseClosed().catch(() => {}) // its time runs out by itself
  }, [isInOtherTab])
  useEffect(() => {
    if (saveState.kind === 'stale' || saveState.kind === 'locked') void keeper.hold() // who edits decides what can be done
  }, [keeper, saveState.kind])

  useEffect(() => {
    saver.resume()
    const own = kept.read()
    if (own && isSameDrawing(own.flow, draft.flow)) kept.clear()
    else if (own) goOnWith(own.flow, own.rev)
    const unsubscribe = editor.subscribe((now, before) => {
      if (now.flow !== before.flow) saver.changed(now.flow)
    })
    const retry = () => void saver.flush()
    const keep = () => void saver.keepUnsaved()
    const warn = (event: BeforeUnloadEvent) => {
      if (!saver.keepUnsaved()) event.preventDefault()
    }
    window.addEventListener('online', retry)
    window.addEventListener('pagehide', keep)
    window.addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', keep)
    return () => {
      unsubscribe()
      window.removeEventListener('online', retry)
      window.removeEventListener('pagehide', keep)
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', keep)
      keep()
      void saver.flush()
      saver.pause()
    }
  }, [editor, saver, kept])

  return { editor, saver, saveState, hasResumed, together: { ...lock, people, saveState } }
}
