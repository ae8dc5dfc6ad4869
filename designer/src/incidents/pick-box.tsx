import { Checkbox } from '@mantine/core'
import { useWords } from '../i18n/index.ts'
import styles from './work.module.css'
import { workWords } from './work-words.ts'

interface PickBoxProps {
  /** What the incident is called in the list. */
  what: string
  isPicked: boolean
  hasTabStop: boolean
  onToggle: (isRange: boolean) => void
}

/** Picks one incident of the list; with the shift key all up to it. */
export function PickBox({ what, isPicked, hasTabStop, onToggle }: PickBoxProps) {
  const t = useWords(workWords)
  return (
    <Checkbox
      className={styles.pick ?? ''}
      aria-label={t('pickOne', { what })}
      tabIndex={hasTabStop ? 0 : -1}
      checked={isPicked}
      onChange={({ nativeEvent }) => onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
    />
  )
}
