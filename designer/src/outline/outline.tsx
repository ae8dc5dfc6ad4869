import { Button, Menu } from '@mantine/core'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CanvasMenuRequest } from '../canvas/canvas-context.ts'
import { CanvasMenu } from '../canvas/canvas-menu.tsx'
import { Palette } from '../canvas/palette.tsx'
import { reorder } from '../editor/actions.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { nodeFacts } from '../editor/node-label.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './outline.module.css'
import { OutlineLine } from './outline-line.tsx'
import { type OutlineRow, outlineRows } from './outline-rows.ts'
import { useOutlineKeys } from './use-outline-keys.ts'
import { outlineWords } from './words.ts'

/** The flow as lines to read and to work on: the same steps, the same inspector, no drawing. */
export function Outline() {
  const t = useWords(outlineWords)
  const editor = useEditor()
  const [screenLanguage] = useLanguage()
  const { number: formatNumber } = useFormats()
  const flow = useEditorState(state => state.flow)
  const problems = useEditorState(state => state.problems)
  const counts = useEditorState(state => state.counts)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const goingTo = useEditorState(state => state.goingTo)
  const selected = useEditorState(state => state.selection.nodes)
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const [menu, setMenu] = useState<CanvasMenuRequest | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const tree = useRef<HTMLDivElement>(null)

  const rows = useMemo(() => outlineRows(flow, collapsed), [flow, collapsed])
  const facts = useMemo(
    () => nodeFacts(flow, { screenLanguage, problems, counts }),
    [flow, screenLanguage, problems, counts],
  )
  const numbers = useMemo(
    () =>
      new Map(outlineRows(flow, new Set()).flatMap(row => (row.kind === 'step' ? [[row.node.id, row.number]] : []))),
    [flow],
  )
  const stop = rows.some(({ key }) => key === current) ? current : (rows[0]?.key ?? null)

  const focusRow = (key: string) => {
    setCurrent(key)
    requestAnimationFrame(() => {
      tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
    })
  }
  const fold = useCallback(
    (key: string, isFolded: boolean) =>
      setCollapsed(before => {
        const after = new Set(before)
        if (isFolded) after.add(key)
        else after.delete(key)
        return after
      }),
    [],
  )
  const keys = useOutlineKeys({ rows, focusRow, fold, collapsed, openMenu: setMenu })
  // The lines get one function for good, so that a key press does not draw all of them again.
  const newestKeys = useRef(keys)
  useEffect(() => {
    newestKeys.current = keys
  })
  const onKeyDown = useCallback((event: KeyboardEvent, row: OutlineRow) => newestKeys.current(event, row), [])

  useEffect(() => {
    if (!goingTo) return
    setCollapsed(new Set())
    if (goingTo.field === null) focusRow(goingTo.node)
    else setCurrent(goingTo.node)
  }, [goingTo])

  return (
    <div className={styles.outline}>
      <p id="outline-help" className="visually-hidden">
        {t('help')}
      </p>
      <div ref={tree} role="tree" aria-label={t('outline')} aria-describedby="outline-help" className={styles.tree}>
        {rows.map(row => (
          <OutlineLine
            key={row.key}
            row={row}
            facts={facts.get(row.node.id) ?? ''}
            number={numbers.get(row.kind === 'exit' && row.to ? row.to.id : row.node.id) ?? 0}
            isCurrent={row.key === stop}
            isSelected={row.kind === 'step' && selected.includes(row.node.id)}
            isFolded={collapsed.has(row.key)}
            onKeyDown={onKeyDown}
            onFocus={setCurrent}
            onFold={fold}
            onMenu={setMenu}
            formatNumber={formatNumber}
          />
        ))}
      </div>
      {!isReadOnly && (
        <div className={styles.add}>
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            aria-expanded={isAdding}
            onClick={() => setIsAdding(!isAdding)}
          >
            {t('addFirst')}
          </Button>
          {isAdding && <Palette onAdded={() => setIsAdding(false)} />}
        </div>
      )}
      <CanvasMenu
        request={menu}
        onClose={() => setMenu(null)}
        more={node => (
          <>
            <Menu.Item
              leftSection={<ArrowUp size={16} aria-hidden />}
              onClick={() => reorder(editor, node.id, 'earlier')}
            >
              {t('moveEarlier')}
            </Menu.Item>
            <Menu.Item
              leftSection={<ArrowDown size={16} aria-hidden />}
              onClick={() => reorder(editor, node.id, 'later')}
            >
              {t('moveLater')}
            </Menu.Item>
          </>
        )}
      />
    </div>
  )
}
