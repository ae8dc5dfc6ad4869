import { notifications } from '@mantine/notifications'
import type { Flow, FlowDraft } from '@pregoner/shared'
import { useEffect, useRef, useState } from 'react'
import type { Editor } from '../editor/store.ts'
import { useWords } from '../i18n/index.ts'
import { type Hit, type Replaced, replaceHits } from './find-texts.ts'
import { type FlowOutcome, replaceInFlows, type TakenBack, takeBackInFlows } from './replace-in-flows.ts'
import { saveFlow } from './save-flow.ts'
import type { TownDrafts } from './use-town-drafts.ts'
import { searchWords } from './words.ts'

export interface Report {
  here: Pick<Replaced, 'count' | 'left' | 'tooLong'> | null
  others: readonly FlowOutcome[]
  takenBack: TakenBack | null
}

const newer = (drafts: readonly FlowDraft[], saved: readonly [Flow, rev: number][]): FlowDraft[] =>
  saved.flatMap(([flow, rev]) => {
    const draft = drafts.find(one => one.flow.id === flow.id)
    return draft ? [{ ...draft, flow, rev }] : []
  })

/** Replaces what was chosen: in the open flow as one command, in the others by saving them. */
export function useReplacing(townKey: string, editor: Editor | null, { drafts, update }: TownDrafts) {
  const t = useWords(searchWords)
  const [report, setReport] = useState<Report | null>(null)
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)
  const isThere = useRef(true)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
    }
  }, [])
  const save = (flow: Flow, rev: number) => saveFlow(townKey, flow, rev)

  const replaceHere = (hits: readonly Hit[], replacement: string): Report['here'] => {
    if (!editor || hits.length === 0) return null
    const { flow: before, run } = editor.getState()
    const replaced = replaceHits(before, hits, replacement)
    run('replace_texts', () => replaced.flow)
    return replaced
  }

  const replace = async (hits: ReadonlyMap<string, readonly Hit[]>, replacement: string): Promise<void> => {
    const open = editor?.getState().flow.id
    const here = replaceHere((open && hits.get(open)) || [], replacement)
    if (here) editor?.getState().announce(t('replacedHere', { count: here.count }))
    const concerned = drafts.filter(({ flow }) => (hits.get(flow.id)?.length ?? 0) > 0)
    const onProgress = (done: number) => setProgress({ done, all: concerned.length })
    if (concerned.length > 0) onProgress(0)
    const others = await replaceInFlows({ drafts: concerned, hits, replacement, save, onProgress })
    const saved = others.flatMap(one => (one.kind === 'replaced' ? [[one.after, one.rev] as [Flow, number]] : []))
    update(newer(drafts, saved))
    setProgress(null)
    setReport({ here, others, takenBack: null })
    if (isThere.current) return
    const count = others.reduce((sum, one) => sum + (one.kind === 'replaced' ? one.count : 0), here?.count ?? 0)
    notifications.show({ message: t('hits', { hits: count, flows: saved.length + (here ? 1 : 0) }) })
  }

  const takeBack = async (): Promise<void> => {
    if (!report) return
    setProgress({ done: 0, all: report.others.length })
    const takenBack = await takeBackInFlows(report.others, save)
    update(newer(drafts, takenBack.back))
    setProgress(null)
    setReport({ ...report, takenBack })
  }

  return { report, progress, replace, takeBack, clear: () => setReport(null) }
}
