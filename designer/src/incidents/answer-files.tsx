import { ActionIcon } from '@mantine/core'
import type { MediaFile } from '@pregoner/shared'
import { FileText, X } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './answer.module.css'
import { Photo } from './photo.tsx'
import { answeringWords } from './words/answering.ts'

interface AnswerFilesProps {
  town: string
  files: MediaFile[]
  /** Names of those still on their way. */
  uploading: readonly string[]
  onRemove: (mediaId: string) => void
}

/** The files that go along with the answer, each to be taken out again. */
export function AnswerFiles({ town, files, uploading, onRemove }: AnswerFilesProps) {
  const t = useWords(answeringWords)
  if (files.length === 0 && uploading.length === 0) return null
  return (
    <ul className={styles.files} aria-label={t('attached')}>
      {files.map(({ mediaId, kind, name }) => (
        <li key={mediaId} className={styles.file}>
          {kind === 'image' ? (
            <Photo town={town} mediaId={mediaId} alt="" className={styles.preview} />
          ) : (
            <FileText size={20} aria-hidden="true" />
          )}
          <span className={styles.fileName}>{name ?? t('file')}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--ink)"
            size="max(28px, var(--target))"
            aria-label={t('detach', { name: name ?? t('file') })}
            onClick={() => onRemove(mediaId)}
          >
            <X size={16} aria-hidden="true" />
          </ActionIcon>
        </li>
      ))}
      {uploading.map(name => (
        <li key={name} className={styles.file} role="status">
          {t('attaching', { name })}
        </li>
      ))}
    </ul>
  )
}
