import { type Topic, textIn } from '@pregoner/shared'
import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useRole } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { LocalizedTextField } from '../fields/index.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryRows } from './entry-rows.tsx'
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
          note: null,
        }))}
        onOpen={isAdministrator ? id => setOpen({ was: town.topics.find(each => each.id === id) ?? null }) : null}
      />
      {open && <TopicDialog was={open.was} onClose={() => setOpen(null)} />}
    </>
  )
}

function TopicDialog({ was, onClose }: { was: Topic | null; onClose: () => void }) {
  const t = useWords(departmentWords)
  const common = useWords(entryWords)
  const [language] = useLanguage()
  const { topics, defaultLanguage } = useTown()
  const [name, setName] = useState(was?.name ?? {})
  const main = name[defaultLanguage]?.trim() ?? ''
  const ids = topics.map(({ id }) => id)
  return (
    <EntryDialog
      list="topics"
      title={was ? common('edit', { name: textIn(was.name, language, defaultLanguage) }) : t('addTopic')}
      name={main}
      was={was}
      entry={{ id: was?.id ?? newEntryId(main, ids), name }}
      fault={main === '' ? common('nameMissing') : null}
      onClose={onClose}
    >
      {isTried => (
        <LocalizedTextField
          label={common('name')}
          value={name}
          onChange={setName}
          isRequired={isTried && main === ''}
        />
      )}
    </EntryDialog>
  )
}
