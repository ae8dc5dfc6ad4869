import type { Flow, TownData } from '@pregoner/shared'
import { useMemo } from 'react'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { useNames } from '../simulator/names.ts'
import { useTownTimes } from '../simulator/town-times.ts'
import { DataSheet } from './data-sheet.tsx'
import { Dialogue } from './dialogue.tsx'
import { SignatureSheet, UncoveredSheet } from './end-sheet.tsx'
import styles from './script.module.css'
import { TitleSheet } from './title-sheet.tsx'
import type { ScriptPart } from './use-paths.ts'
import { scriptWords } from './words.ts'

interface ScriptProps {
  town: TownData
  flow: Flow
  others: readonly Flow[]
  version: number | null
  drawing: string
  day: string
  /** One part for each language it is printed in. */
  parts: readonly ScriptPart[]
}

/** The document itself: title, for each language data, conversations and what is missing, and the approval. */
export function Script({ town, flow, others, version, drawing, day, parts }: ScriptProps) {
  const t = useWords(scriptWords)
  const nameOf = useWords(languageWords)
  const names = useNames(
    useMemo(() => [flow, ...others], [flow, others]),
    town,
  )
  const times = useTownTimes(town.timeZone)
  return (
    <article className={styles.document} data-script>
      <TitleSheet {...{ town, flow, version, drawing, day, parts }} />
      {parts.map(({ language, paths }) => {
        const id = `conversations-${language}`
        const title = parts.length > 1 ? t('allTitleIn', { language: nameOf(language) }) : t('allTitle')
        return (
          <div key={language} data-language={language}>
            <DataSheet {...{ flow, town, paths, names, language }} />
            <section className={styles.sheet} aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              {paths.conversations.map(conversation => (
                <Dialogue
                  key={conversation.number}
                  {...{ conversation, names, times, language }}
                  usualStart={paths.conversations[0]?.setup.startsAt ?? ''}
                />
              ))}
            </section>
            <UncoveredSheet {...{ paths, names, language }} />
          </div>
        )
      })}
      <SignatureSheet {...{ town, flow, version, drawing, parts }} />
    </article>
  )
}
