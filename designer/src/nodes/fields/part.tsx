import { ActionIcon } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'

interface PartProps {
  title: string
  onRemove: () => void
  children: ReactNode
}

/** An optional part of a message, taken away by one button. */
export function Part({ title, onRemove, children }: PartProps) {
  const t = useWords(nodeWords)
  const label = t('remove', { name: title })
  return (
    <section className={styles.item} aria-label={title}>
      <div className={styles.itemTop}>
        <span className={styles.itemTitle}>{title}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="var(--target)"
          aria-label={label}
          title={label}
          onClick={onRemove}
        >
          <Trash2 size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      {children}
    </section>
  )
}
