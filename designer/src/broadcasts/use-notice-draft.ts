import { notifications } from '@mantine/notifications'
import { type Broadcast, type BroadcastDraft, broadcastFault, lacksApproval } from '@pregoner/shared'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAskApproval } from '../api/broadcast-approval.ts'
import { useSaveBroadcast } from '../api/broadcasts.ts'
import { useTown } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import { blankDraft, draftOf } from './draft-of.ts'
import { approvalWords } from './words/approval.ts'
import { broadcastWords } from './words.ts'

/** What happens once the draft is saved: a window opens, colleagues are asked, or nothing more. */
export type NextStep = 'test' | 'send' | 'ask' | null

/** A notice being written, as it is saved and as it stands on the screen. `onFault` is to lead to what is wrong. */
export function useNoticeDraft(was: Broadcast | null, onOpen: (next: 'test' | 'send') => void, onFault: () => void) {
  const t = useWords(broadcastWords)
  const a = useWords(approvalWords)
  const town = useTown()
  const navigate = useNavigate()
  const save = useSaveBroadcast(town.key)
  const ask = useAskApproval(town.key)
  const [saved, setSaved] = useState(was)
  const [draft, setDraft] = useState<BroadcastDraft>(was ? draftOf(was) : blankDraft)
  const [isTried, setTried] = useState(false)

  const fault = broadcastFault(draft)
  const isNameless = draft.name.trim() === ''
  const isChanged = !saved || JSON.stringify(draftOf(saved)) !== JSON.stringify(draft)
  // A colleague has approved or changed it meanwhile; what is being written here stays.
  if (was && saved && was.rev > saved.rev && !isChanged) {
    setSaved(was)
    setDraft(draftOf(was))
  }

  function goOn(next: NextStep, now: Broadcast) {
    if (next === 'test' || next === 'send') return onOpen(next)
    if (next === null) return
    ask.mutate(now, {
      onSuccess(asked) {
        setSaved(asked)
        notifications.show({ message: a('askedNow') })
        void navigate(`/t/${town.key}/broadcasts/${asked.id}`, { replace: true })
      },
    })
  }

  /** Saves first, so that what is tried or sent is what is on the screen. */
  function then(next: NextStep) {
    setTried(true)
    if (isNameless || (next && fault)) return onFault()
    if (saved && !isChanged) return goOn(next, saved)
    save.mutate(
      { draft: { ...draft, name: draft.name.trim() }, was: saved },
      {
        onSuccess(now) {
          setSaved(now)
          setDraft(draftOf(now))
          goOn(next, now)
          if (!next) notifications.show({ message: t('saved') })
          if (!saved) window.history.replaceState(window.history.state, '', `/t/${town.key}/broadcasts/${now.id}`)
        },
      },
    )
  }

  return {
    ...{ saved, setSaved, draft, isTried, fault, isNameless, isChanged, save, ask, then },
    set: (change: Partial<BroadcastDraft>) => setDraft({ ...draft, ...change }),
    /** Nobody has to approve it any more. */
    isApproved: !lacksApproval(town, { approval: isChanged ? null : saved.approval, emergency: draft.emergency }),
    mayAsk: isChanged || !saved.approval,
  }
}
