import { Button, CopyButton } from '@mantine/core'
import { Check, Copy } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

/** An address to be pasted elsewhere. */
export function CopyLine({ label, help, value }: { label: string; help?: string; value: string }) {
  const t = useWords(settingsWords)
  const valueId = useId()
  return (
    <div className={styles.copyLine}>
      <span className={styles.label}>{label}</span>
      <div className={styles.copyRow}>
        <code id={valueId} className={styles.key}>
          {value}
        </code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="compact-md"
              aria-describedby={valueId}
              leftSection={copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
              onClick={copy}
            >
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      {help && <span className={styles.note}>{help}</span>}
    </div>
  )
}
