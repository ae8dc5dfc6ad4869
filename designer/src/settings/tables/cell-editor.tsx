import type { KeyboardEvent } from 'react'
import styles from './sheet.module.css'

interface CellEditorProps {
  title: string
  text: string
  /** What was written, and how the field was left; `Back` is Tab with Shift. */
  onDone: (text: string, by: 'Enter' | 'Tab' | 'Back' | 'Blur') => void
  onGivenUp: () => void
}

/** The field a cell is written in; it has the focus as soon as it is there. */
export function CellEditor({ title, text, onDone, onGivenUp }: CellEditorProps) {
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const { value } = event.currentTarget
    if (event.key === 'Escape') {
      event.stopPropagation()
      onGivenUp()
    } else if (event.key === 'Enter') {
      onDone(value, 'Enter')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      onDone(value, event.shiftKey ? 'Back' : 'Tab')
    }
  }
  return (
    <input
      className={styles.editor}
      aria-label={title}
      defaultValue={text}
      ref={field => field?.focus()}
      onKeyDown={onKeyDown}
      onBlur={event => onDone(event.currentTarget.value, 'Blur')}
    />
  )
}
