import type { AllPaths, Flow, Language, TownData } from '@pregoner/shared'
import { useMemo } from 'react'
import { useWords } from '../i18n/index.ts'
import { useNames } from '../simulator/names.ts'
import { useTownTimes } from '../simulator/town-times.ts'
import { DataSheet } from './data-sheet.tsx'
import { Dialogue } from './dialogue.tsx'
import { SignatureSheet, UncoveredSheet } from './end-sheet.tsx'
import styles from './script.module.css'
import { TitleSheet } from './title-sheet.tsx'
import { scriptWords } from './words.ts'

interface ScriptProps {
  town: TownData
  flow: Flow
  others: readonly Flow[]
  version: number | null
  drawing: string
  language: Language
  day: string
  paths: AllPaths
}

/** The document itself: title, data, conversations, what is missing, approval. */
export function Script({ town, flow, others, version, drawing, language, day, paths }: ScriptProps) {
  const t = useWords(scriptWords)
  const names = useNames(
    useMemo(() => [flow, ...others], [flow, others]),
    town,
  )
  const times = useTownTimes(town.timeZone)
  const usualStart = paths.conversations[0]?.setup.startsAt ?? ''
  return (
    <article className={styles.document} data-script>
      <TitleSheet {...{ town, flow, version, drawing, language, day, paths }} />
      <DataSheet {...{ flow, town, paths, names, language }} />
      <section className={styles.sheet} aria-labelledby="conversations">
        <h2 id="conversations">{t('allTitle')}</h2>
        {paths.conversations.map(conversation => (
          <Dialogue key={conversation.number} {...{ conversation, usualStart, names, times, language }} />
        ))}
      </section>
      <UncoveredSheet paths={paths} names={names} />
      <SignatureSheet townKey={town.key} flowId={flow.id} />
    </article>
  )
}
