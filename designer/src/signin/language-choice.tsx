import { interfaceLanguages } from '@pregoner/shared'
import { useLanguage } from '../i18n/index.ts'
import { ownNames } from '../i18n/own-names.ts'
import styles from './sign-in.module.css'

/** All languages in sight, each by its own name, before anything has to be read. */
export function LanguageChoice({ label }: { label: string }) {
  const [language, choose] = useLanguage()
  return (
    <fieldset className={styles.languages}>
      <legend className="visually-hidden">{label}</legend>
      {interfaceLanguages.map(code => (
        <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => choose(code)}>
          {ownNames[code]}
        </button>
      ))}
    </fieldset>
  )
}
