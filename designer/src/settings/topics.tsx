import { NumberInput } from '@mantine/core'
import { numberOf, platformWordsOf, type Topic, type TownData, textIn } from '@pregoner/shared'
import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useRole } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { LocalizedTextField, LocalizedWordsField } from '../fields/index.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { CopyLine } from './copy-line.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryRows } from './entry-rows.tsx'
import { ImportSubscribers } from './import-subscribers.tsx'
import { newEntryId } from './new-entry-id.ts'
import { departmentWords } from './words/departments.ts'
import { entryWords } from './words/entries.ts'

/** What people can subscribe to. */
export default function Topics() {
  const t = useWords(departmentWords)
  const town = useTown()
  const [language] = useLanguage()
  const [open, setOpen] = useState<{ was: Topic | null } | null>(null)
  const isAdministrator = useRole(town.key) === 'administrator'
  const howToJoin = (id: string) => {
    const topic = town.topics.find(each => each.id === id)
    const word = firstWord(town)
    return topic && word ? t('joinBy', { words: `${word.toUpperCase()} ${numberOf(town, topic)}` }) : null
  }
  return (
    <>
      <EntryRows
        title={t('topics')}
        lead={t('topicsLead')}
        addLabel={t('addTopic')}
        empty={{ Icon: Megaphone, title: t('noTopics') }}
        rows={town.topics.map(({ id, name }) => ({
          id,
          name: textIn(name, language, town.defaultLanguage),
          note: howToJoin(id),
        }))}
        onOpen={isAdministrator ? id => setOpen({ was: town.topics.find(each => each.id === id) ?? null }) : null}
      />
      {town.topics.length > 0 && (
        <CopyLine label={t('form')} help={t('formHelp')} value={`${location.origin}/subscribe/${town.key}`} />
      )}
      {isAdministrator && town.topics.length > 0 && <ImportSubscribers />}
      {open && <TopicDialog was={open.was} onClose={() => setOpen(null)} />}
    </>
  )
}

/** The word citizens join by, in the first language that has one. */
const firstWord = (town: TownData): string | undefined =>
  [town.defaultLanguage, ...town.languages].flatMap(language => platformWordsOf(town, 'join', language))[0]

/** The lowest number that no topic has. */
function freeNumber(town: TownData): number {
  const taken = new Set(town.topics.map(topic => numberOf(town, topic)))
  let number = 1
  while (taken.has(number)) number += 1
  return number
}

function TopicDialog({ was, onClose }: { was: Topic | null; onClose: () => void }) {
  const t = useWords(departmentWords)
  const common = useWords(entryWords)
  const [language] = useLanguage()
  const town = useTown()
  const { topics, defaultLanguage } = town
  const [name, setName] = useState(was?.name ?? {})
  const [number, setNumber] = useState<number | null>(was ? numberOf(town, was) : freeNumber(town))
  const [words, setWords] = useState(was?.words ?? {})
  const holder = topics.find(topic => topic.id !== was?.id && numberOf(town, topic) === number)
  const main = name[defaultLanguage]?.trim() ?? ''
  const taken = holder ? t('numberTaken', { name: textIn(holder.name, language, defaultLanguage) }) : null
  const ids = topics.map(({ id }) => id)
  return (
    <EntryDialog
      list="topics"
      title={was ? common('edit', { name: textIn(was.name, language, defaultLanguage) }) : t('addTopic')}
      name={main}
      was={was}
      entry={{
        ...{ id: was?.id ?? newEntryId(main, ids), name },
        ...(number !== null && { number }),
        ...(Object.keys(words).length > 0 && { words }),
      }}
      fault={main === '' ? common('nameMissing') : taken}
      onClose={onClose}
    >
      {isTried => (
        <>
          <LocalizedTextField
            label={common('name')}
            value={name}
            onChange={setName}
            isRequired={isTried && main === ''}
          />
          <NumberInput
            label={t('topicNumber')}
            description={t('topicNumberHelp', { word: (firstWord(town) ?? 'alta').toUpperCase() })}
            min={1}
            max={999}
            allowDecimal={false}
            clampBehavior="strict"
            value={number ?? ''}
            error={isTried ? taken : null}
            onChange={value => setNumber(typeof value === 'number' ? value : null)}
          />
          <LocalizedWordsField
            label={t('topicWords')}
            description={t('topicWordsHelp')}
            value={words}
            onChange={setWords}
          />
        </>
      )}
    </EntryDialog>
  )
}
