import { Button, Group } from '@mantine/core'
import { describeFault, type FlowFault } from '@pregoner/shared'
import { CircleX } from 'lucide-react'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './files.module.css'
import { fileWords } from './words.ts'

interface FaultsProps {
  fileName: string
  faults: readonly FlowFault[]
  onAnother(): void
  onClose(): void
}

/** Why a file cannot be opened, in the officer's words, each fault with its place. */
export function Faults({ fileName, faults, onAnother, onClose }: FaultsProps) {
  const t = useWords(fileWords)
  const [language] = useLanguage()
  return (
    <>
      <p data-autofocus tabIndex={-1} className={styles.lead}>
        {t('badLead', { count: faults.length, file: fileName })}
      </p>
      <ul className={styles.faults}>
        {faults.map((fault, index) => (
          <li key={index}>
            <CircleX size={16} aria-hidden />
            <span>{describeFault(fault, language)}</span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        <Button onClick={onAnother}>{t('another')}</Button>
      </Group>
    </>
  )
}
