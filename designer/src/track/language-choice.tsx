import { interfaceLanguages } from '@pregoner/shared'
import { useLanguage, useWords } from '../i18n/index.ts'
import { ownNames } from '../i18n/own-names.ts'
import styles from './track.module.css'
import { trackWords } from './words.ts'

/** The languages this page can be read in, each by its own name. */
export function LanguageChoice() {
  const t = useWords(trackWords)
  const [current, choose] = useLanguage()
  return (
    <nav className={styles.languages} aria-label={t('languages')}>
      {interfaceLanguages.map(language => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => choose(language)}
        >
          {ownNames[language]}
        </button>
      ))}
    </nav>
  )
}
