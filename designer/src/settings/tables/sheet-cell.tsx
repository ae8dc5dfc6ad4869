import type { CellAt, CellFault } from '@pregoner/shared'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/index.ts'
import { faultKey } from './fault-words.ts'
import styles from './sheet.module.css'
import { tableWords } from './words.ts'

interface SheetCellProps {
  id: string
  at: CellAt
  text: string
  fault: CellFault | undefined
  /** The keys lead to this cell. */
  isHere: boolean
  isChosen: boolean
  /** The field it is written in. */
  children: ReactNode
}

/** One cell: its text and, below it, what is wrong with it. */
export function SheetCell({ id, at, text, fault, isHere, isChosen, children }: SheetCellProps) {
  const t = useWords(tableWords)
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a cell of a table is a gridcell
    <td
      id={id}
      aria-colindex={at.column + 2}
      aria-selected={isChosen}
      aria-invalid={fault ? true : undefined}
      data-cell={`${at.row} ${at.column}`}
      data-here={isHere || undefined}
      title={fault && t(faultKey(fault.code))}
    >
      <span className={styles.text}>{text}</span>
      {children}
      {fault && <span className={styles.fault}>{t(faultKey(fault.code))}</span>}
    </td>
  )
}
