import { useWords } from '../i18n/index.ts'
import styles from './conversation.module.css'
import type { Telling } from './telling.ts'
import { ToldWords } from './told-words.tsx'
import { testWords } from './words.ts'

/** One line of a small conversation: a bubble at its side, or a quiet note between them. */
export function SmallLine({ side, ...said }: Telling) {
  const t = useWords(testWords)
  if (side === 'note') return <p className={styles.note}>{said.text}</p>
  return (
    <div className={styles.bubble} data-side={side}>
      <span className="visually-hidden">{t(side)}: </span>
      <ToldWords {...said} />
    </div>
  )
}
