import type { AllPaths, Flow, Language, TownData } from '@pregoner/shared'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import styles from './script.module.css'
import { scriptWords } from './words.ts'

const FINGERPRINT_CHARS = 12 // enough to tell two drawings of a town apart by eye

interface TitleSheetProps {
  town: TownData
  flow: Flow
  version: number | null
  drawing: string
  language: Language
  day: string
  paths: AllPaths
}

export const percentOf = ({ covered, all }: AllPaths): number => (all === 0 ? 100 : Math.floor((covered / all) * 100))

/** The first page: which flow of which town, as it was drawn when, and how much of it the conversations show. */
export function TitleSheet({ town, flow, version, drawing, language, day, paths }: TitleSheetProps) {
  const t = useWords(scriptWords)
  const nameOf = useWords(languageWords)
  const { date } = useFormats()
  const facts: [string, string][] = [
    [t('town'), town.name],
    [t('which'), version === null ? t('draft') : t('version', { version })],
    [t('drawing'), drawing.slice(0, FINGERPRINT_CHARS)],
    [t('date'), date(day)],
    [t('language'), nameOf(language)],
    [t('languages'), flow.languages.map(code => nameOf(code)).join(', ')],
    [t('coverage'), t('coverageWords', { covered: paths.covered, all: paths.all, percent: percentOf(paths) })],
    [t('conversations'), t('conversationCount', { count: paths.conversations.length })],
  ]
  return (
    <header className={styles.titleSheet}>
      <p className={styles.kind}>{t('title')}</p>
      <h1 className={styles.name}>{flow.name}</h1>
      <dl className={styles.titleFacts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.lead}>{t('lead')}</p>
    </header>
  )
}
