import { useEffect, useState } from 'react'
import { useSession } from '../api/session.ts'
import { emptyDraft, forgetOldDrafts, type KeptDraft, keepDraft, readDraft } from './kept-draft.ts'

let hasForgotten = false

/**
 * What this person is writing about an incident. It outlives the tab; one that has gone out meanwhile, as `sentIds`
 * tell, is not offered again.
 */
export function useAnswerDraft(
  name: string,
  sentIds: readonly string[] = [],
): [KeptDraft, (change: (draft: KeptDraft) => KeptDraft) => void] {
  const { data: person } = useSession()
  const key = `${person?.email ?? ''}.${name}`
  const [draft, setDraft] = useState(() => readDraft(localStorage, key))
  useEffect(() => {
    if (hasForgotten) return
    hasForgotten = true
    forgetOldDrafts(localStorage, Date.now())
  }, [])
  const change = (edit: (draft: KeptDraft) => KeptDraft) =>
    setDraft(before => {
      const after = edit(before)
      keepDraft(localStorage, key, after, Date.now())
      return after
    })
  const isSent = sentIds.includes(draft.id)
  useEffect(() => {
    if (!isSent) return
    const fresh = emptyDraft()
    keepDraft(localStorage, key, fresh, Date.now())
    setDraft(fresh)
  }, [isSent, key])
  return [draft, change]
}
