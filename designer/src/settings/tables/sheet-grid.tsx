import {
  blockOf,
  type CellAt,
  type CellBlock,
  type CellFault,
  copied,
  MAX_ROWS,
  pasted,
  withoutTexts,
  withTexts,
} from '@pregoner/shared'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { newId } from '../../api/new-id.ts'
import { useWords } from '../../i18n/index.ts'
import { CellEditor } from './cell-editor.tsx'
import { movedCell } from './moved-cell.ts'
import styles from './sheet.module.css'
import { SheetCell } from './sheet-cell.tsx'
import type { Sheet } from './use-sheet.ts'
import { tableWords } from './words.ts'

const ROW_PX = 40
const ROWS_AROUND = 10
const PAGE_ROWS = 12

interface SheetGridProps {
  name: string
  sheet: Sheet
  /** The cell keys lead to, and the opposite corner of what is chosen. */
  at: CellAt
  corner: CellAt
  onMove: (at: CellAt, corner: CellAt) => void
  /** Raised to put the focus on the cell. */
  asksForFocus: number
}

const faultsByCell = (faults: readonly CellFault[]) =>
  new Map(faults.map(fault => [`${fault.rowId} ${fault.key}`, fault] as const))

const isWithin = ({ from, to }: CellBlock, row: number, column: number) =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column

/** The rows of a table as a small spreadsheet; below the last one there is a row to begin another with. */
export function SheetGrid({ name, sheet, at, corner, onMove, asksForFocus }: SheetGridProps) {
  const t = useWords(tableWords)
  const { columns, rows, faults } = sheet
  const gridId = useId()
  const grid = useRef<HTMLTableElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [written, setWritten] = useState<string | null>(null)
  const isWriting = useRef(false) // a field that is left by a key loses the focus as well
  const count = Math.min(rows.length + 1, MAX_ROWS)
  const faulty = faultsByCell(faults)
  const chosen = blockOf(at, corner)
  const lines = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: ROWS_AROUND,
    scrollPaddingStart: ROW_PX,
    rangeExtractor(range) {
      const near = defaultRangeExtractor(range)
      return near.includes(at.row) ? near : [...near, at.row].sort((one, other) => one - other)
    },
  })
  const cellId = (cell: CellAt) => `${gridId}-${cell.row}-${cell.column}`
  const widths = `56px ${columns.map(({ column }) => (column?.kind === 'number' ? '120px' : 'minmax(170px, 1fr)')).join(' ')}`
  const titleOf = ({ key, label, language }: Sheet['columns'][number]) => {
    if (key === 'from' || key === 'to') return t(key)
    return language ? `${label} (${language})` : label
  }

  useEffect(() => {
    if (asksForFocus > 0) grid.current?.focus()
  }, [asksForFocus])

  function move(to: CellAt, isWider = false): void {
    onMove(to, isWider ? corner : to)
    lines.scrollToIndex(to.row)
    requestAnimationFrame(() =>
      document.getElementById(cellId(to))?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' }),
    )
  }
  const put = (cell: CellAt, texts: readonly (readonly string[])[]) =>
    sheet.change(before => withTexts(before, columns, cell, texts, newId))

  function begin(text: string): void {
    isWriting.current = true
    setWritten(text)
  }
  function keep(text: string): void {
    isWriting.current = false
    const key = columns[at.column]?.key ?? ''
    if (text !== (rows[at.row]?.texts[key] ?? '')) put(at, [[text]])
    setWritten(null)
  }
  function write(text: string, to: CellAt): void {
    keep(text)
    move(to)
    grid.current?.focus()
  }
  const textAt = () => rows[at.row]?.texts[columns[at.column]?.key ?? ''] ?? ''

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== grid.current) return
    const isCommand = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const to = movedCell(at, event, { rows: count, columns: columns.length, page: PAGE_ROWS })
    if (to) {
      event.preventDefault()
      move(to, event.shiftKey)
    } else if (isCommand && (key === 'z' || key === 'y')) {
      event.preventDefault()
      if (key === 'y' || event.shiftKey) sheet.redo()
      else sheet.undo()
    } else if (isCommand && key === 'a') {
      event.preventDefault()
      onMove({ row: 0, column: 0 }, { row: count - 1, column: columns.length - 1 })
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      sheet.change(before => withoutTexts(before, columns, chosen))
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      begin(textAt())
    } else if (!isCommand && !event.altKey && (event.key.length === 1 || event.key === 'Dead')) {
      flushSync(() => begin('')) // the letter, or the accent it begins with, goes into the field that is there now
    }
  }

  function onWritten(text: string, by: 'Enter' | 'Tab' | 'Back' | 'Blur'): void {
    if (!isWriting.current) return
    const { row, column } = at
    if (by === 'Blur') keep(text)
    else if (by === 'Enter') write(text, { row: Math.min(row + 1, count), column })
    else write(text, { row, column: Math.min(Math.max(column + (by === 'Tab' ? 1 : -1), 0), columns.length - 1) })
  }
  function onGivenUp(): void {
    isWriting.current = false
    setWritten(null)
    grid.current?.focus()
  }

  function onCopy(event: ClipboardEvent, isCut = false): void {
    if (event.target !== grid.current) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copied(rows, columns, chosen))
    if (isCut) sheet.change(before => withoutTexts(before, columns, chosen))
  }
  function onPaste(event: ClipboardEvent): void {
    if (event.target !== grid.current) return
    event.preventDefault()
    const cells = pasted(event.clipboardData.getData('text/plain'))
    if (cells.length === 0) return
    put(chosen.from, cells)
    const width = Math.max(...cells.map(({ length }) => length))
    const last = { row: chosen.from.row + cells.length - 1, column: chosen.from.column + width - 1 }
    onMove(chosen.from, { row: Math.min(last.row, MAX_ROWS - 1), column: Math.min(last.column, columns.length - 1) })
  }

  const cellOf = (target: EventTarget): CellAt | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined
    const [row, column] = (cell ?? '').split(' ').map(Number)
    return cell === undefined || row === undefined || column === undefined ? null : { row, column }
  }
  function onMouseDown(event: MouseEvent): void {
    const cell = cellOf(event.target)
    if (!cell || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    const field = grid.current?.querySelector('input')
    if (field && isWriting.current) keep(field.value)
    const isAgain = cell.row === at.row && cell.column === at.column && document.activeElement === grid.current
    grid.current?.focus()
    onMove(cell, event.shiftKey ? corner : cell)
    if (isAgain && !event.shiftKey) begin(textAt())
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are led through by keys is a grid
        role="grid"
        className={styles.grid}
        tabIndex={0}
        aria-label={name}
        aria-multiselectable="true"
        aria-rowcount={count + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={cellId(at)}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onCut={event => onCopy(event, true)}
        onPaste={onPaste}
        onMouseDown={onMouseDown}
      >
        <thead>
          <tr aria-rowindex={1} style={{ gridTemplateColumns: widths }}>
            <th scope="col" aria-colindex={1}>
              {t('row')}
            </th>
            {columns.map((column, index) => (
              <th key={column.key} scope="col" aria-colindex={index + 2}>
                {titleOf(column)}
                {column.column?.required && <span aria-hidden="true"> *</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return (
              <tr
                key={row?.id ?? 'new'}
                aria-rowindex={index + 2}
                style={{ gridTemplateColumns: widths, transform: `translateY(${start}px)` }}
              >
                <th scope="row" aria-colindex={1}>
                  {row ? index + 1 : t('newRow')}
                </th>
                {columns.map((column, place) => {
                  const isHere = index === at.row && place === at.column
                  return (
                    <SheetCell
                      key={column.key}
                      id={cellId({ row: index, column: place })}
                      at={{ row: index, column: place }}
                      text={row?.texts[column.key] ?? ''}
                      fault={row && faulty.get(`${row.id} ${column.key}`)}
                      isHere={isHere}
                      isChosen={isWithin(chosen, index, place)}
                    >
                      {isHere && written !== null && (
                        <CellEditor title={titleOf(column)} text={written} onDone={onWritten} onGivenUp={onGivenUp} />
                      )}
                    </SheetCell>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
