import { useWords } from '../i18n/index.ts'
import { MarkedText } from '../phone/index.ts'
import styles from './conversation.module.css'
import type { Telling } from './telling.ts'
import { testWords } from './words.ts'

/** One line of a small conversation: a bubble at its side, or a quiet note between them. */
export function SmallLine({ side, text, parts, choices }: Telling) {
  const t = useWords(testWords)
  if (side === 'note') return <p className={styles.note}>{text}</p>
  return (
    <div className={styles.bubble} data-side={side}>
      <span className="visually-hidden">{t(side)}: </span>
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
    </div>
  )
}
