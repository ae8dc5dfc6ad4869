import { Button } from '@mantine/core'
import { useWords } from '../i18n/index.ts'
import styles from './bulletins.module.css'
import { bulletinWords } from './words.ts'

export interface InsertedName {
  /** As it stands in a template, with its filters: `row.from|date:"weekday"`. */
  piece: string
  label: string
}

interface NamesToInsertProps {
  names: readonly InsertedName[]
  onInsert: (piece: string) => void
}

/** What may stand in a text, each put at its end by one press. */
export function NamesToInsert({ names, onInsert }: NamesToInsertProps) {
  const t = useWords(bulletinWords)
  return (
    <div className={styles.names}>
      {names.map(({ piece, label }) => (
        <Button
          key={piece}
          variant="default"
          size="compact-sm"
          className={styles.name ?? ''}
          aria-label={t('insert', { name: label })}
          onClick={() => onInsert(`{{${piece}}}`)}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}
