import { Progress } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TownData } from '@pregoner/shared'
import { ChevronDown, ClipboardList } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import { countOpen, endFilling, isFilling } from './filling.ts'
import { FillingChoice, FillingValue } from './filling-items.tsx'
import styles from './filling-panel.module.css'
import { openChoices, openValues } from './open-places.ts'
import { fillingWords } from './words/filling.ts'

/** What is left to fill in, for as long as something is: each thing once, and how far one has come. */
export function FillingPanel({ town, isFolded }: { town: TownData; isFolded: boolean }) {
  const t = useWords(fillingWords)
  const current = useEditorState(state => state.flow)
  // Whoever has not begun sees the drawing first, and then what is left to fill in.
  const [first] = useState(() => (isFilling(current.id) ? current : { ...current, nodes: [], edges: [] }))
  const flow = useDeferredValue(current, first)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const [isOpen, setIsOpen] = useState(!isFolded)
  const id = useId()
  const values = useMemo(() => openValues(flow), [flow])
  const isBegun = values.length > 0 || isFilling(flow.id)
  const choices = useMemo(() => (isBegun ? openChoices(flow, town) : []), [isBegun, flow, town])
  // The wording of rows waits for their table, which brings a first one along.
  const writable = values.filter(
    ({ key, places }) => key !== 'rows' || !places.some(({ node }) => choices.some(choice => choice.node === node)),
  )
  const open = writable.length + choices.length
  const most = isBegun ? countOpen(flow.id, open) : 0
  const isDone = open === 0 && most > 0

  useEffect(() => {
    if (!isDone) return
    endFilling(flow.id)
    notifications.show({ message: t('done') })
  }, [isDone, flow.id, t])

  if (open === 0 || isReadOnly) return null
  const progress = t('progress', { done: most - open, most })
  return (
    <section className={styles.panel} aria-label={t('title')} data-filling={isOpen ? 'open' : 'folded'}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <ClipboardList size={16} aria-hidden /> {progress}
        <ChevronDown size={16} aria-hidden className={styles.fold} />
      </button>
      <Progress value={(100 * (most - open)) / most} size={3} radius={0} aria-hidden />
      <div id={id} hidden={!isOpen} className={styles.body}>
        <p className={styles.lead}>{t('lead')}</p>
        <ul className={styles.list}>
          {choices.map(choice => (
            <FillingChoice key={`${choice.node} ${choice.field}`} choice={choice} />
          ))}
          {writable.map(value => (
            <FillingValue key={value.called} value={value} />
          ))}
        </ul>
      </div>
    </section>
  )
}
