import type { AllPaths, Flow, TownData } from '@pregoner/shared'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import styles from './script.module.css'
import type { ScriptPart } from './use-paths.ts'
import { scriptWords } from './words.ts'

const FINGERPRINT_CHARS = 12 // enough to tell two drawings of a town apart by eye

/** The beginning of a drawing's fingerprint, as it is printed. */
export const shownFingerprint = (drawing: string): string => drawing.slice(0, FINGERPRINT_CHARS)

interface TitleSheetProps {
  town: TownData
  flow: Flow
  version: number | null
  drawing: string
  day: string
  parts: readonly ScriptPart[]
}

export const percentOf = ({ covered, all }: AllPaths): number => (all === 0 ? 100 : Math.floor((covered / all) * 100))

/** The first page: which flow of which town, as it was drawn when, and how much of it the conversations show. */
export function TitleSheet({ town, flow, version, drawing, day, parts }: TitleSheetProps) {
  const t = useWords(scriptWords)
  const nameOf = useWords(languageWords)
  const { date } = useFormats()
  const coverage = (paths: AllPaths) =>
    t('coverageWords', { covered: paths.covered, all: paths.all, percent: percentOf(paths) })
  /** One value, or one for each language where they differ. */
  const inEach = (value: (paths: AllPaths) => string) => {
    const [first = '', ...more] = new Set(parts.map(({ paths }) => value(paths)))
    if (more.length === 0) return first
    return parts.map(({ language, paths }) => `${nameOf(language)}: ${value(paths)}`).join(' · ')
  }
  const facts: [string, string][] = [
    [t('town'), town.name],
    [t('which'), version === null ? t('draft') : t('version', { version })],
    [t('drawing'), shownFingerprint(drawing)],
    [t('date'), date(day)],
    [t('language'), parts.map(({ language }) => nameOf(language)).join(', ')],
    [t('languages'), flow.languages.map(code => nameOf(code)).join(', ')],
    [t('coverage'), inEach(paths => coverage(paths))],
    [t('conversations'), inEach(paths => t('conversationCount', { count: paths.conversations.length }))],
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
