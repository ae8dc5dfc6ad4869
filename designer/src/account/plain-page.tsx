import '@mantine/core/styles.layer.css'
import type { ReactNode } from 'react'
import { usePageTitle } from '../frame/page-title.ts'
import { useWords } from '../i18n/index.ts'
import { LanguageChoice } from '../signin/language-choice.tsx'
import signIn from '../signin/sign-in.module.css'
import { signInWords } from '../signin/words.ts'
import styles from './account.module.css'

interface PlainPageProps {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** A page outside every town: brand and languages on top, one column under it. */
export function PlainPage({ title, lead, children }: PlainPageProps) {
  const t = useWords(signInWords)
  usePageTitle(title)
  return (
    <div className={signIn.page}>
      <header className={signIn.top}>
        <span className={signIn.brand}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          Pregoner
        </span>
        <LanguageChoice label={t('language')} />
      </header>
      <main className={styles.column}>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
    </div>
  )
}
