import { useWords } from '../i18n/index.ts'
import { MarkedText } from '../phone/index.ts'
import type { Telling } from './telling.ts'
import styles from './told-words.module.css'
import { testWords } from './words.ts'

/** What a line says: its text, what goes with it, and the choices it offers. */
export function ToldWords({ text, parts, choices }: Omit<Telling, 'side'>) {
  const t = useWords(testWords)
  return (
    <>
      {text && (
        <p className={styles.words}>
          <MarkedText text={text} />
        </p>
      )}
      {parts.map(part => (
        <p key={part} className={styles.part}>
          {part}
        </p>
      ))}
      {choices.length > 0 && (
        <ul className={styles.choices} aria-label={t('choices')}>
          {choices.map((choice, index) => (
            <li key={`${index} ${choice}`}>{choice}</li>
          ))}
        </ul>
      )}
    </>
  )
}
