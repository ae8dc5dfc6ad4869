import { Button } from '@mantine/core'
import { type LucideIcon, Trash2 } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './entry-dialog.module.css'
import { entryWords } from './words/entries.ts'

interface DialogFootProps {
  isSaving: boolean
  onCancel: () => void
  /** Asks before it deletes; left out for what is new. */
  onDelete?: (() => void) | undefined
  /** When it is not simply deleted: what happens instead, and how that looks. */
  deleting?: { words: string; Icon: LucideIcon }
}

/** What can be done with the form of a dialog: delete, cancel, save. */
export function DialogFoot({ isSaving, onCancel, onDelete, deleting }: DialogFootProps) {
  const t = useWords(entryWords)
  const { words, Icon } = deleting ?? { words: t('delete'), Icon: Trash2 }
  return (
    <div className={styles.foot}>
      {onDelete && (
        <Button
          variant="subtle"
          c="var(--late)"
          className={styles.delete ?? ''}
          leftSection={<Icon size={16} aria-hidden="true" />}
          onClick={onDelete}
        >
          {words}
        </Button>
      )}
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={isSaving}>
        {t('save')}
      </Button>
    </div>
  )
}

/** In place of the buttons, once somebody closes a dialog in which something has changed. */
export function LeaveQuestion({ onDiscard, onGoOn }: { onDiscard: () => void; onGoOn: () => void }) {
  const t = useWords(entryWords)
  return (
    <div className={styles.foot} role="alert">
      <span className={styles.question}>{t('leaveQuestion')}</span>
      <Button variant="default" onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button data-autofocus onClick={onGoOn}>
        {t('goOn')}
      </Button>
    </div>
  )
}
