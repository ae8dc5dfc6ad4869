import {
  type AllPaths,
  askedData,
  type Flow,
  type Language,
  type LocalizedText,
  type TownData,
  textIn,
} from '@pregoner/shared'
import { useMemo } from 'react'
import { useWords } from '../i18n/index.ts'
import { MarkedText } from '../phone/index.ts'
import type { Names } from '../simulator/names.ts'
import styles from './script.module.css'
import { scriptWords } from './words.ts'

interface DataSheetProps {
  flow: Flow
  town: TownData
  paths: AllPaths
  names: Names
  language: Language
}

const hostOf = (url: string) => {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}

/** What the flow asks citizens for, where the answers go, and to what they consent: what a data-protection officer looks for. */
export function DataSheet({ flow, town, paths, names, language }: DataSheetProps) {
  const t = useWords(scriptWords)
  const { asked, consents } = useMemo(() => askedData(flow, town), [flow, town])
  const destinations = useDestinations(paths, names)
  const words = (text: LocalizedText) => textIn(text, language, flow.defaultLanguage)
  const id = `data-${language}`
  const questions = new Map<string, boolean>() // the same question is asked at several places
  for (const { text, isPersonal } of asked)
    questions.set(words(text), isPersonal || questions.get(words(text)) === true)
  return (
    <section className={styles.sheet} aria-labelledby={id}>
      <h2 id={id}>{t('dataTitle')}</h2>
      <h3>{t('asked')}</h3>
      {asked.length === 0 && <p>{t('askedNothing')}</p>}
      <ul className={styles.facts}>
        {[...questions].map(([question, isPersonal]) => (
          <li key={question}>
            <span lang={language}>
              <MarkedText text={question} />
            </span>
            {isPersonal && <strong className={styles.personal}>{t('personal')}</strong>}
          </li>
        ))}
      </ul>
      <h3>{t('goesTo')}</h3>
      {destinations.length === 0 && <p>{t('goesNowhere')}</p>}
      <ul className={styles.facts}>
        {destinations.map(destination => (
          <li key={destination}>{destination}</li>
        ))}
      </ul>
      <h3>{t('consents')}</h3>
      {consents.length === 0 && <p>{t('consentsNone')}</p>}
      {consents.map(({ node, text }) => (
        <blockquote key={node} className={styles.consent} lang={language}>
          <MarkedText text={words(text)} />
        </blockquote>
      ))}
    </section>
  )
}

/** Read from what the conversations bring about, so that nothing is told that does not happen. */
function useDestinations({ conversations }: AllPaths, names: Names): string[] {
  const t = useWords(scriptWords)
  const found = new Set<string>()
  for (const { turns } of conversations)
    for (const { lines } of turns)
      for (const line of lines) {
        if (line.kind !== 'effect') continue
        const { kind, departmentId, url, topicId } = line.facts
        if (kind === 'open_incident' && departmentId)
          found.add(t('toDepartment', { department: names.department(departmentId) }))
        if (kind === 'notify_staff' && departmentId)
          found.add(t('toNotice', { department: names.department(departmentId) }))
        if (kind === 'call_service' && url) found.add(t('toService', { host: hostOf(url) }))
        if (kind === 'change_subscription' && topicId) found.add(t('toTopic', { topic: names.topic(topicId) }))
      }
  return [...found]
}
