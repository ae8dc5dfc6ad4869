import { useDebouncedValue } from '@mantine/hooks'
import type { FlowNode, TownData } from '@pregoner/shared'
import { useNotUnderstood } from '../api/counts.ts'
import { useEditorState } from '../editor/context.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { Changes } from './changes.tsx'
import { LostTexts } from './lost-texts.tsx'
import styles from './numbers.module.css'
import { listedPeriod, useCountsShown } from './shown.ts'
import { lostWords } from './words/not-understood.ts'

const PAUSE_MS = 700 // in typing, before the stored conversations are looked at again

/** What the chosen step did not understand, in the inspector; nothing where it understood everything. */
export function NotUnderstoodHere({ node, town }: { node: FlowNode; town: TownData }) {
  const count = useEditorState(state => state.counts.notUnderstood(node.id))
  return count > 0 ? <Here node={node} town={town} count={count} /> : null
}

function Here({ node, town, count }: { node: FlowNode; town: TownData; count: number }) {
  const t = useWords(lostWords)
  const { number } = useFormats()
  const flowId = useEditorState(state => state.flow.id)
  const period = listedPeriod(useCountsShown(flowId))
  const { data } = useNotUnderstood(town.key, flowId, period)
  const [drawn] = useDebouncedValue(node, PAUSE_MS)
  const rows = data?.texts.filter(text => text.node === node.id) ?? []
  return (
    <section className={styles.section} aria-labelledby={`lost-${node.id}`}>
      <h3 id={`lost-${node.id}`} className={styles.title}>
        {t('title')} <span className={styles.period}>{number(count)}</span>
      </h3>
      <Changes townKey={town.key} period={period} node={drawn} title="draftChange" isQuiet />
      <LostTexts rows={rows} node={node} town={town} period={period} />
    </section>
  )
}
