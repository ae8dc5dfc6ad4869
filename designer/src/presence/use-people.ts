import type { FlowPresence } from '@pregoner/shared'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { beAt, useLiveEvent } from '../api/live.ts'
import { thisTab } from '../api/this-tab.ts'
import type { Flag } from '../editor/flags.ts'
import type { Editor } from '../editor/store.ts'
import { useWords } from '../i18n/index.ts'
import { presenceWords } from './words.ts'

const SETTLED_MS = 300 // walking over steps with the arrow keys tells only where one stays

const namesOf = (people: readonly FlowPresence[]) => [...new Set(people.map(({ name }) => name))]

/** The other tabs that show this flow; tells them where this one is, and marks the steps they have chosen. */
export function usePeople(editor: Editor, flowId: string): readonly FlowPresence[] {
  const t = useWords(presenceWords)
  const [people, setPeople] = useState<readonly FlowPresence[]>([])
  const node = useStore(editor, ({ selection }) => (selection.nodes.length === 1 ? (selection.nodes[0] ?? null) : null))

  useEffect(() => {
    const timer = setTimeout(() => beAt({ flowId, tab: thisTab(), node }), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [flowId, node])
  useEffect(() => () => beAt(null), [flowId])

  useLiveEvent('flow_presence', seen => {
    if (seen.flowId !== flowId) return
    const others = seen.people.filter(({ tab }) => tab !== thisTab())
    const [before, now] = [namesOf(people), namesOf(others)]
    const came = now.filter(name => !before.includes(name)).map(name => t('came', { name }))
    const left = before.filter(name => !now.includes(name)).map(name => t('left', { name }))
    if (came.length + left.length > 0) editor.getState().announce([...came, ...left].join(' '))
    setPeople(others)
  })

  useEffect(() => {
    const flags = new Map<string, readonly Flag[]>()
    for (const { node: at, name } of people) {
      if (at !== null) flags.set(at, [...(flags.get(at) ?? []), { kind: 'present', text: t('isHere', { name }) }])
    }
    editor.getState().setFlags('presence', flags)
  }, [editor, people, t])

  return people
}
