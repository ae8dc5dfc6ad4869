import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { CountPeriod, FlowNode, NotUnderstoodText, TownData } from '@pregoner/shared'
import { Check } from 'lucide-react'
import { useMemo, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { ignoreText, notUnderstoodKey } from '../api/counts.ts'
import { queryClient } from '../api/query-client.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { exitLabel } from '../editor/labels.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { LostText } from './lost-text.tsx'
import styles from './numbers.module.css'
import { offersOf, readerOf } from './teach.ts'
import { lostWords } from './words/not-understood.ts'

const FIRST = 6

interface LostTextsProps {
  rows: readonly NotUnderstoodText[]
  node: FlowNode
  town: TownData
  period: CountPeriod
}

/** What one step did not understand: open ones first, then those its draft understands by now, then those put aside. */
export function LostTexts({ rows, node, town, period }: LostTextsProps) {
  const t = useWords(lostWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const language = useEditorState(state => state.language)
  const { languages, defaultLanguage } = flow
  const { number } = useFormats()
  const [isWhole, setIsWhole] = useState(false)
  const reads = useMemo(
    () => readerOf({ ...editor.getState().flow, languages, defaultLanguage }, node, town, new Date()),
    [editor, languages, defaultLanguage, node, town],
  )
  const offers = useMemo(() => offersOf(node), [node])

  const ignore = async (row: NotUnderstoodText) => {
    try {
      await ignoreText(town.key, flow.id, row.id, !row.isIgnored)
      await queryClient.invalidateQueries({ queryKey: notUnderstoodKey(town.key, flow.id) })
      editor.getState().announce(t(row.isIgnored ? 'wasHeeded' : 'wasIgnored', { text: row.text ?? t('title') }))
    } catch (error) {
      notifications.show({ color: 'red', message: describeError(error) })
    }
  }

  const read = rows.map(row => ({ row, to: row.isMasked ? null : reads(row) }))
  const open = read.filter(({ row, to }) => !row.isIgnored && to === null)
  const settled = read.filter(({ row, to }) => !row.isIgnored && to !== null)
  const ignored = read.filter(({ row }) => row.isIgnored)
  const item = ({ row }: (typeof read)[number]) => (
    <LostText
      key={row.id}
      row={row}
      node={node}
      offers={offers}
      townKey={town.key}
      period={period}
      onIgnore={gone => void ignore(gone)}
    />
  )

  return (
    <>
      {open.length > 0 && <ul className={styles.lostList}>{(isWhole ? open : open.slice(0, FIRST)).map(item)}</ul>}
      {!isWhole && open.length > FIRST && (
        <Button className={styles.all} size="compact-sm" variant="subtle" onClick={() => setIsWhole(true)}>
          {t('showAll', { count: number(open.length) })}
        </Button>
      )}
      {settled.length > 0 && (
        <details className={styles.more} open={open.length === 0}>
          <summary>{t('settled', { count: number(settled.length) })}</summary>
          <ul className={styles.lostList}>
            {settled.map(({ row, to }) => (
              <li key={row.id} className={styles.settled}>
                <Check size={16} aria-hidden />
                <bdi lang={row.language ?? undefined}>{row.text}</bdi> ×{number(row.count)}
                <span className={styles.hint}>
                  {to ? t('goesTo', { option: exitLabel(node, to, language) }) : t('goesOn')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {ignored.length > 0 && (
        <details className={styles.more}>
          <summary>{t('ignored', { count: number(ignored.length) })}</summary>
          <ul className={styles.lostList}>{ignored.map(item)}</ul>
        </details>
      )}
    </>
  )
}
