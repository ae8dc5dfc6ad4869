import { SegmentedControl } from '@mantine/core'
import { Languages, ListTree, type LucideIcon, Workflow } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './top-bar.module.css'
import { editingWords } from './words/editing.ts'

export const flowViews = ['canvas', 'outline', 'texts'] as const
export type FlowView = (typeof flowViews)[number]

const icons: Record<FlowView, LucideIcon> = { canvas: Workflow, outline: ListTree, texts: Languages }

interface ViewSwitchProps {
  view: FlowView
  onView(view: FlowView): void
  /** On a phone the words make room for the actions; they are still said. */
  isNarrow: boolean
}

/** The same flow as a drawing, as lines, or as a table of its texts. */
export function ViewSwitch({ view, onView, isNarrow }: ViewSwitchProps) {
  const t = useWords(editingWords)
  const labelOf = (known: FlowView) => {
    if (!isNarrow) return t(known)
    const Icon = icons[known]
    return (
      <span className={styles.view} title={t(known)}>
        <Icon size={18} aria-hidden />
        <span className="visually-hidden">{t(known)}</span>
      </span>
    )
  }
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('view')}
      value={view}
      onChange={value => onView(flowViews.find(known => known === value) ?? 'canvas')}
      data={flowViews.map(known => ({ value: known, label: labelOf(known) }))}
    />
  )
}
