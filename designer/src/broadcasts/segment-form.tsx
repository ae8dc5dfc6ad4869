import { MultiSelect, Select, TextInput } from '@mantine/core'
import { languageNamesIn, type Segment, textIn } from '@pregoner/shared'
import { useState } from 'react'
import { useTown } from '../api/town.ts'
import { WordsField } from '../fields/index.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './fields.module.css'
import { broadcastWords } from './words.ts'

const SPANS = [1, 7, 30, 90, 365] as const

interface SegmentFormProps {
  value: Segment
  onChange: (value: Segment) => void
}

/** Who a notice is for: topics first, the rest for whoever looks for it. */
export function SegmentForm({ value, onChange }: SegmentFormProps) {
  const t = useWords(broadcastWords)
  const town = useTown()
  const [language] = useLanguage()
  const set = (change: Partial<Segment>) => onChange({ ...value, ...change })
  const [fieldName, setFieldName] = useState(value.field?.name ?? '')
  const [fieldValue, setFieldValue] = useState(value.field?.value ?? '')
  const setField = (name: string, text: string) => {
    setFieldName(name)
    setFieldValue(text)
    set({ field: name.trim() && text.trim() ? { name: name.trim(), value: text.trim() } : null })
  }
  const { topicIds, languages, neighbourhoods, labels, field, activeDays } = value
  const narrows = languages.length + neighbourhoods.length + labels.length > 0 || field !== null || activeDays !== null
  const [isOpen, setOpen] = useState(narrows) // taking the last word away must not close it under one’s hands
  return (
    <>
      <MultiSelect
        label={t('topics')}
        description={t('topicsHelp')}
        data={town.topics.map(({ id, name }) => ({ value: id, label: textIn(name, language, town.defaultLanguage) }))}
        value={topicIds}
        onChange={chosen => set({ topicIds: chosen })}
      />
      <details className={styles.more} open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{t('more')}</summary>
        <div className={styles.fields}>
          {town.languages.length > 1 && (
            <MultiSelect
              label={t('languages')}
              data={town.languages.map(code => ({ value: code, label: languageNamesIn[language][code] }))}
              value={languages}
              onChange={chosen => set({ languages: town.languages.filter(code => chosen.includes(code)) })}
            />
          )}
          <WordsField
            label={t('neighbourhoods')}
            description={t('neighbourhoodsHelp')}
            value={neighbourhoods}
            onChange={words => set({ neighbourhoods: words })}
          />
          <WordsField label={t('labels')} value={labels} onChange={words => set({ labels: words })} />
          <div className={styles.pair}>
            <TextInput
              label={t('fieldName')}
              maxLength={120}
              value={fieldName}
              onChange={event => setField(event.currentTarget.value, fieldValue)}
            />
            <TextInput
              label={t('fieldValue')}
              maxLength={120}
              value={fieldValue}
              onChange={event => setField(fieldName, event.currentTarget.value)}
            />
          </div>
          <Select
            label={t('active')}
            allowDeselect={false}
            data={[
              { value: '', label: t('always') },
              ...SPANS.map(days => ({ value: String(days), label: t('days', { days }) })),
            ]}
            value={activeDays === null ? '' : String(activeDays)}
            onChange={days => set({ activeDays: days ? Number(days) : null })}
          />
        </div>
      </details>
    </>
  )
}
