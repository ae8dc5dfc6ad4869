import { useWords } from '../i18n/index.ts'
import styles from './fields.module.css'
import { fieldWords } from './words.ts'

const graphemes = new Intl.Segmenter('ca', { granularity: 'grapheme' })

/** Where the character after the first `max` begins, in UTF-16 units. */
function cutAt(text: string, max: number): number {
  let count = 0
  for (const { index } of graphemes.segment(text)) if (count++ === max) return index
  return text.length
}

/** A text that does not fit, whole, with what is too much marked. */
export function Overflow({ text, max }: { text: string; max: number }) {
  const t = useWords(fieldWords)
  const at = cutAt(text, max)
  if (at === text.length) return null
  return (
    <p className={styles.overflow}>
      {text.slice(0, at)}
      <mark>
        <span className="visually-hidden">{t('overflow')} </span>
        {text.slice(at)}
      </mark>
    </p>
  )
}
