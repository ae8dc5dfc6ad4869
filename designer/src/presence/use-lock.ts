import { useEffect, useState } from 'react'
import { actOnLock } from '../api/flow-lock.ts'
import { readDraft } from '../api/flows.ts'
import { useLiveEvent, useResync } from '../api/live.ts'
import type { Saver } from '../editor/saver.ts'
import type { Editor } from '../editor/store.ts'
import { useWords } from '../i18n/index.ts'
import { createLockKeeper, type LockKeeper, type LockState } from './lock-keeper.ts'
import { presenceWords } from './words.ts'

const later = (run: () => void, milliseconds: number) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

export interface Locked {
  state: LockState
  keeper: LockKeeper
  /** Whether the flow has come to this tab from another one. */
  hasCome: boolean
}

interface Desk {
  townKey: string
  flowId: string
  editor: Editor
  saver: Saver
}

/** Puts the newest draft in place, unless there is unsaved work here. */
async function catchUp({ townKey, flowId, editor, saver }: Desk, rev: number): Promise<void> {
  if (saver.isUnsaved() || rev <= saver.rev()) return
  const theirs = await readDraft(townKey, flowId)
  if (saver.isUnsaved() || theirs.rev <= saver.rev()) return
  saver.adopt(theirs)
  editor.getState().replace(theirs.flow)
}

/** Edits the flow when nobody else does; else shows what the other one saves, and waits. */
export function useLock(desk: Desk, onMine: () => void): Locked {
  const { townKey, flowId, editor, saver } = desk
  const t = useWords(presenceWords)
  const [{ state, hasCome }, setShown] = useState<{ state: LockState; hasCome: boolean }>({
    state: { kind: 'opening' },
    hasCome: false,
  })
  const [keeper] = useState(() => {
    let kind: LockState['kind'] = 'opening'
    return createLockKeeper({
      act: action => actOnLock(townKey, flowId, action),
      async onState(next, rev) {
        const before = kind
        if (next.kind === 'theirs' || before !== 'mine') await catchUp(desk, rev)
        if (saver.isUnsaved() && next.kind !== before) void saver.flush()
        kind = next.kind
        setShown(shown => ({
          state: next,
          hasCome: next.kind === 'mine' && (shown.hasCome || before === 'theirs'),
        }))
        if (next.kind === 'mine' && before !== 'mine') onMine()
      },
      isWanted: () => document.visibilityState === 'visible',
      now: Date.now,
      later,
    })
  })

  const other = state.kind === 'theirs' ? state.holder : null
  const why = other ? t(other.isYou ? 'inOtherTab' : 'edits', { name: other.name }) : ''
  useEffect(() => editor.getState().setReadOnly(other !== null, why), [editor, other !== null, why])

  useLiveEvent('flow_lock', hint => {
    if (hint.flowId === flowId) void keeper.hold()
  })
  useLiveEvent('flow_changed', ({ flowId: changed, rev }) => {
    if (changed !== flowId) return
    if (saver.isUnsaved() && rev > saver.rev()) void saver.flush()
    else void catchUp(desk, rev).catch(() => {}) // the next answer about the lock tries again
  })
  useResync(() => {
    void keeper.hold()
    void saver.flush()
  })

  useEffect(() => {
    keeper.start()
    const stop = () => keeper.stop()
    const start = () => keeper.start()
    const look = () => {
      if (document.visibilityState === 'visible') void keeper.hold()
    }
    window.addEventListener('pagehide', stop)
    window.addEventListener('pageshow', start)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('pagehide', stop)
      window.removeEventListener('pageshow', start)
      document.removeEventListener('visibilitychange', look)
      void saver.flush().then(stop) // so that nobody gets the flow before what was drawn last is saved
    }
  }, [keeper, saver])

  return { state, keeper, hasCome }
}
