import { emptyFlow, type Language } from '@pregoner/shared'
import { useMemo, useState } from 'react'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { ChosenTemplate } from './chosen-template.tsx'
import { drawnFor, withTemplate } from './drawn-for.ts'
import styles from './gallery.module.css'
import { Gallery } from './gallery.tsx'
import { NewFlowForm } from './new-flow-form.tsx'
import { BlankCard } from './template-card.tsx'
import type { GalleryItem } from './use-templates.ts'
import { galleryWords } from './words/gallery.ts'

/** First what to begin with, then what the new flow is called and which languages it speaks. */
export default function NewFlow({ onClose }: { onClose(): void }) {
  const t = useWords(galleryWords)
  const town = useTown()
  const [screenLanguage] = useLanguage()
  const [chosen, setChosen] = useState<GalleryItem | 'blank' | null>(null)
  const [languages, setLanguages] = useState<Language[]>([...town.languages])
  const drawn = useMemo(
    () =>
      chosen === null || chosen === 'blank' ? null : drawnFor(chosen.template, { town, languages, screenLanguage }),
    [chosen, town, languages, screenLanguage],
  )
  if (chosen === null) {
    return (
      <>
        <p className={styles.lead}>{t('choose')}</p>
        <Gallery onPick={setChosen} first={<BlankCard onPick={() => setChosen('blank')} />} />
      </>
    )
  }
  const form = (title: string) => (
    <NewFlowForm
      drawn={drawn}
      title={title}
      languages={languages}
      onLanguages={setLanguages}
      onBack={() => setChosen(null)}
      onClose={onClose}
    />
  )
  if (chosen === 'blank' || drawn === null) return form('')
  return (
    <ChosenTemplate
      item={chosen}
      flow={withTemplate(emptyFlow('preview', chosen.title, languages), drawn)}
      languages={languages}
      onBack={() => setChosen(null)}
    >
      {form(chosen.title)}
    </ChosenTemplate>
  )
}
