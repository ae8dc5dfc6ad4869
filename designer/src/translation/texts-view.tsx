import { Button } from '@mantine/core'
import type { Language, TownData } from '@pregoner/shared'
import { type CSSProperties, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { titleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { ColumnHead } from './column-head.tsx'
import { type Row, rowsOf, withWording } from './rows.ts'
import { type Filter, type Look, shownIds } from './shown-rows.ts'
import { TextRow } from './text-row.tsx'
import styles from './texts.module.css'
import { Toolbar } from './toolbar.tsx'
import { usePublishedTexts } from './use-published-texts.ts'
import { useRowKeys } from './use-row-keys.ts'
import { translationWords } from './words.ts'

const ROWS_AT_FIRST = 40
const ROWS_MORE = 60

interface TextsViewProps {
  town: TownData
  publishedVersion: number | null
}

/** All texts of the flow as a table, a column for each language: to be written, looked through and translated. */
export default function TextsView({ town, publishedVersion }: TextsViewProps) {
  const t = useWords(translationWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const cardLanguage = useEditorState(state => state.language)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const published = usePublishedTexts(town.key, flow.id, publishedVersion)
  const [chosen, setChosen] = useState<readonly Language[] | null>(null)
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const [limit, setLimit] = useState(ROWS_AT_FIRST)
  const top = useRef<HTMLDivElement>(null)

  const { defaultLanguage } = flow
  const all = useMemo(
    () => [defaultLanguage, ...flow.languages.filter(language => language !== defaultLanguage)],
    [flow.languages, defaultLanguage],
  )
  const languages = useMemo(() => {
    const other = cardLanguage === defaultLanguage ? all[1] : cardLanguage
    const first = other ? [defaultLanguage, other] : [defaultLanguage]
    return all.filter(language => (chosen ?? first).includes(language))
  }, [all, chosen, cardLanguage, defaultLanguage])

  const rows = useMemo(() => rowsOf(flow), [flow])
  const nodes = useMemo(() => new Map(flow.nodes.map(node => [node.id, node])), [flow.nodes])
  const titleOfRow = (row: Row) => {
    const node = nodes.get(row.node)
    return node ? titleOf(node, defaultLanguage) : row.node
  }
  const look: Look = {
    ...{ filter, search: wanted, languages, townName: town.name, published: published ?? null },
    titleOf: titleOfRow,
  }

  // Which rows are shown, and in which order, stays while texts are written: a row that is complete does not jump away.
  const order = [rows.map(({ id }) => id).join(' '), filter, wanted, languages.join(), published ? 'known' : ''].join(
    '|',
  )
  const [shown, setShown] = useState(() => ({ order, ids: shownIds(rows, look) }))
  if (shown.order !== order) {
    setShown({ order, ids: shownIds(rows, look) })
    setLimit(ROWS_AT_FIRST)
  }
  const byId = useMemo(() => new Map(rows.map(row => [row.id, row])), [rows])
  const visible = shown.ids.slice(0, limit).flatMap(id => byId.get(id) ?? [])

  const showMore = useCallback(() => setLimit(now => now + ROWS_MORE), [])
  const onKeyDown = useRowKeys(showMore)
  const foot = useRef<HTMLDivElement>(null)
  const hasMore = shown.ids.length > limit
  useEffect(() => {
    const end = foot.current
    if (!hasMore || !end) return
    const watcher = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && showMore(), {
      rootMargin: '600px',
    })
    watcher.observe(end)
    return () => watcher.disconnect()
  }, [hasMore, showMore])

  const write = useCallback(
    (row: Row, language: Language, value: string) =>
      editor.getState().run('translate', drawing => withWording(drawing, row, language, value)),
    [editor],
  )
  const goTo = useCallback((row: Row) => editor.getState().goTo(row.node, row.field), [editor])
  const columns: CSSProperties & { '--languages': number } = { '--languages': languages.length }
  const toTop = () => top.current?.scrollTo({ top: 0 })

  return (
    <div className={styles.view}>
      <Toolbar
        look={look}
        rows={rows}
        all={all}
        publishedVersion={publishedVersion}
        search={search}
        onSearch={text => {
          setSearch(text)
          toTop()
        }}
        onFilter={next => {
          setFilter(next)
          toTop()
        }}
        onLanguages={setChosen}
      />
      {all.length === 1 && <p className={styles.hint}>{t('only_one')}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move among the texts inside */}
      <div ref={top} className={styles.scroll} onKeyDown={onKeyDown}>
        <table
          className={styles.table}
          aria-rowcount={shown.ids.length + 1}
          style={columns}
          hidden={visible.length === 0}
        >
          <caption className="visually-hidden">
            {t('caption')}. {t('keys')}
          </caption>
          <thead className={styles.head}>
            <tr aria-rowindex={1}>
              <th scope="col">{t('where')}</th>
              {languages.map(language => (
                <ColumnHead key={language} language={language} rows={rows} townName={town.name} />
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map((row, index) => (
              <TextRow
                key={row.id}
                row={row}
                type={nodes.get(row.node)?.type ?? ''}
                title={titleOfRow(row)}
                isContinued={visible[index - 1]?.node === row.node}
                languages={languages}
                townName={town.name}
                isReadOnly={isReadOnly}
                position={index + 2}
                onWrite={write}
                onGoTo={goTo}
              />
            ))}
          </tbody>
        </table>
        {visible.length === 0 && <p className={styles.none}>{t(wanted.trim() ? 'none.search' : `none.${filter}`)}</p>}
        <div ref={foot} className={styles.foot}>
          <span role="status">{t('shown', { shown: visible.length, count: shown.ids.length })}</span>
          {hasMore && (
            <Button variant="default" size="xs" onClick={showMore}>
              {t('more')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
