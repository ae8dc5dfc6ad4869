import { PencilLine } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './people.module.css'
import { presenceWords } from './words.ts'

/** Who edits a flow of the list just now. */
export function RowEditor({ name }: { name: string | null }) {
  const t = useWords(presenceWords)
  if (name === null) return null
  return (
    <span className={styles.rowEditor}>
      <PencilLine size={14} aria-hidden /> {t('rowEdited', { name })}
    </span>
  )
}
