import { Drawer } from '@mantine/core'
import type { NotUnderstoodText } from '@pregoner/shared'
import { CheckCheck } from 'lucide-react'
import { useNotUnderstood } from '../api/counts.ts'
import { useTown } from '../api/town.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { titleOf } from '../editor/labels.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { LostTexts } from './lost-texts.tsx'
import styles from './numbers.module.css'
import { listedPeriod, useCountsShown } from './shown.ts'
import { useShownName } from './use-shown-name.ts'
import { lostWords } from './words/not-understood.ts'
import { showingWords } from './words/showing.ts'

const countOf = (rows: readonly NotUnderstoodText[]) => rows.reduce((sum, row) => sum + row.count, 0)

/** What was not understood anywhere in the flow, step by step, the worst first. */
export function NotUnderstoodPanel({ townKey, onClose }: { townKey: string; onClose(): void }) {
  const t = useWords(lostWords)
  const showing = useWords(showingWords)
  useFocusBack()
  const town = useTown()
  const editor = useEditor()
  const flowId = useEditorState(state => state.flow.id)
  const nodes = useEditorState(state => state.flow.nodes)
  const language = useEditorState(state => state.language)
  const period = listedPeriod(useCountsShown(flowId))
  const name = useShownName(period)
  const { data, isPending, isError, error, refetch } = useNotUnderstood(townKey, flowId, period)
  const steps = nodes
    .map(node => ({ node, rows: data?.texts.filter(text => text.node === node.id) ?? [] }))
    .filter(({ rows }) => rows.length > 0)
    .sort((one, other) => countOf(other.rows) - countOf(one.rows))

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={showing('notUnderstoodList')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {isPending && <PageLoading />}
      {isError && <Failed error={error} onRetry={() => void refetch()} />}
      {data && (
        <p className={styles.hint}>
          {t('period', { period: name })} {data.isCut && t('cut')}
        </p>
      )}
      {data && steps.length === 0 && (
        <Empty Icon={CheckCheck} title={t('empty')}>
          {t('emptyHelp')}
        </Empty>
      )}
      {steps.map(({ node, rows }) => (
        <section key={node.id} className={styles.step}>
          <h3 className={styles.title}>
            <button
              type="button"
              className={styles.stepLink}
              onClick={() => {
                onClose()
                editor.getState().goTo(node.id, '')
              }}
            >
              {titleOf(node, language)}
            </button>
          </h3>
          <LostTexts rows={rows} node={node} town={town} period={period} />
        </section>
      ))}
    </Drawer>
  )
}
