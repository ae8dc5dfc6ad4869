import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CanvasMenuRequest } from '../canvas/canvas-context.ts'
import { CanvasMenu } from '../canvas/canvas-menu.tsx'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { titleOf } from '../editor/labels.ts'
import { nodeFacts } from '../editor/node-label.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { LineItems } from './line-items.tsx'
import styles from './outline.module.css'
import { OutlineFoot } from './outline-foot.tsx'
import { type LineDeeds, OutlineLine } from './outline-line.tsx'
import { type OutlineRow, outlineRows, stepOf } from './outline-rows.ts'
import { outlineTree, stepNumbers } from './outline-tree.ts'
import { RowChunk } from './row-chunk.tsx'
import { useChoosing } from './use-choosing.ts'
import { useFolding } from './use-folding.ts'
import { useOutlineKeys } from './use-outline-keys.ts'
import { useRowFocus } from './use-row-focus.ts'
import { outlineWords } from './words.ts'

const CHUNK = 40 // lines that are drawn, or not, together

/** The same function for good, which does what the newest one does. */
function useNewest<Args extends unknown[]>(newest: (...args: Args) => void): (...args: Args) => void {
  const kept = useRef(newest)
  useEffect(() => {
    kept.current = newest
  })
  return useCallback((...args: Args) => kept.current(...args), [])
}

/** The flow as lines to read and to work on: the same steps, the same inspector, no drawing. */
export function Outline() {
  const t = useWords(outlineWords)
  const editor = useEditor()
  const [screenLanguage] = useLanguage()
  const { number: formatNumber } = useFormats()
  const flow = useEditorState(state => state.flow)
  const language = useEditorState(state => state.language)
  const problems = useEditorState(state => state.problems)
  const counts = useEditorState(state => state.counts)
  const goingTo = useEditorState(state => state.goingTo)
  const selected = useEditorState(state => state.selection.nodes)
  const [menu, setMenu] = useState<CanvasMenuRequest | null>(null)
  const lines = useRef<HTMLDivElement>(null)

  const tree = useMemo(() => outlineTree(flow), [flow])
  const numbers = useMemo(() => stepNumbers(tree), [tree])
  const { collapsed, fold, foldAll, unfold, unfoldAll } = useFolding(tree)
  const rows = useMemo(() => outlineRows(tree, collapsed), [tree, collapsed])
  const facts = useMemo(
    () => nodeFacts(flow, { screenLanguage, problems, counts }),
    [flow, screenLanguage, problems, counts],
  )
  const areas = useMemo(() => {
    const found = new Map<string, string>()
    for (const { node, members } of tree) {
      for (const { id } of members) found.set(id, [found.get(id), titleOf(node, language)].filter(Boolean).join(', '))
    }
    return found
  }, [tree, language])
  const chosen = useMemo(() => new Set(selected), [selected])
  const chunks = useMemo(
    () => Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) => rows.slice(at * CHUNK, (at + 1) * CHUNK)),
    [rows],
  )

  const { stop, setCurrent, focusRow } = useRowFocus(lines, rows)
  const choosing = useChoosing(rows, focusRow)
  const keys = useOutlineKeys({ rows, numbers, collapsed, choosing, focusRow, fold, unfoldAll, openMenu: setMenu })
  const onKeyDown = useNewest((event: KeyboardEvent, row: OutlineRow) => keys(event, row))
  const onActivate = useNewest((event: MouseEvent, row: OutlineRow) => {
    if (choosing.takes(event, row)) return
    choosing.letGo()
    const { goTo, choose, isReadOnly } = editor.getState()
    if (row.kind === 'step') goTo(row.node.id, '')
    else if (row.to) goTo(row.to.id)
    else if (row.hasInside) fold(row.key, !collapsed.has(row.key))
    else if (!isReadOnly && row.kind === 'exit') choose({ node: row.node.id, exit: row.exit, mode: 'add' })
  })
  const deeds: LineDeeds = { onKeyDown, onActivate, onFocus: setCurrent, onFold: fold, onMenu: setMenu, formatNumber }

  useEffect(() => {
    if (!goingTo) return
    unfold()
    setCurrent(goingTo.node)
    if (goingTo.field !== null) return
    // What asked for it, a menu or a dialog, first gives the focus back.
    const frame = requestAnimationFrame(() => focusRow(goingTo.node))
    return () => cancelAnimationFrame(frame)
  }, [goingTo, unfold, focusRow, setCurrent])

  return (
    <div className={styles.outline}>
      <p id="outline-help" className="visually-hidden">
        {t('help')}
      </p>
      <div ref={lines} className={styles.lines}>
        <div
          role="tree"
          aria-label={t('outline')}
          aria-describedby="outline-help"
          aria-multiselectable="true"
          className={styles.tree}
          data-tapping={choosing.isTapping || undefined}
        >
          {chunks.map((chunk, at) => (
            <RowChunk
              // Chunks follow one another; what is in them changes.
              key={at}
              scroller={lines}
              isNeeded={at === 0 || chunk.some(({ key }) => key === stop)}
              lines={chunk.length}
            >
              {() =>
                chunk.map(row => (
                  <OutlineLine
                    key={row.key}
                    row={row}
                    facts={facts.get(row.node.id) ?? ''}
                    areas={areas.get(row.node.id) ?? ''}
                    number={numbers.get(row.kind !== 'step' && row.to ? row.to.id : row.node.id) ?? 0}
                    isCurrent={row.key === stop}
                    isSelected={row.kind !== 'exit' && chosen.has(stepOf(row).id)}
                    isFolded={collapsed.has(row.key)}
                    {...deeds}
                  />
                ))
              }
            </RowChunk>
          ))}
        </div>
      </div>
      <OutlineFoot choosing={choosing} foldAll={foldAll} unfoldAll={unfoldAll} />
      <CanvasMenu request={menu} onClose={() => setMenu(null)} more={node => <LineItems node={node} />} />
    </div>
  )
}
