import { Select } from '@mantine/core'
import { type Category, textIn } from '@pregoner/shared'
import { Tags } from 'lucide-react'
import { useState } from 'react'
import { useRole } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { LocalizedTextField } from '../fields/index.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { DeadlineFields } from './deadline-fields.tsx'
import { DuplicateFields } from './duplicate-fields.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryRows } from './entry-rows.tsx'
import { newEntryId } from './new-entry-id.ts'
import { departmentWords } from './words/departments.ts'
import { entryWords } from './words/entries.ts'

const blank: Category = { id: '', name: {}, departmentId: null }

/** What an incident may be about. */
export default function Categories() {
  const t = useWords(departmentWords)
  const town = useTown()
  const [language] = useLanguage()
  const [open, setOpen] = useState<{ was: Category | null } | null>(null)
  const named = (text: Parameters<typeof textIn>[0]) => textIn(text, language, town.defaultLanguage)
  const departmentName = (id: string | null) => {
    const department = town.departments.find(each => each.id === id)
    return department ? named(department.name) : null
  }
  const isAdministrator = useRole(town.key) === 'administrator'
  return (
    <>
      <EntryRows
        title={t('categories')}
        lead={t('categoriesLead')}
        addLabel={t('addCategory')}
        empty={{ Icon: Tags, title: t('noCategories') }}
        rows={town.categories.map(({ id, name, departmentId }) => ({
          id,
          name: named(name),
          note: departmentName(departmentId),
        }))}
        onOpen={isAdministrator ? id => setOpen({ was: town.categories.find(each => each.id === id) ?? null }) : null}
      />
      {open && <CategoryDialog was={open.was} onClose={() => setOpen(null)} />}
    </>
  )
}

function CategoryDialog({ was, onClose }: { was: Category | null; onClose: () => void }) {
  const t = useWords(departmentWords)
  const common = useWords(entryWords)
  const [language] = useLanguage()
  const { categories, departments, defaultLanguage } = useTown()
  const [entry, setEntry] = useState(was ?? blank)
  const name = entry.name[defaultLanguage]?.trim() ?? ''
  const ids = categories.map(({ id }) => id)
  return (
    <EntryDialog
      list="categories"
      title={was ? common('edit', { name: textIn(was.name, language, defaultLanguage) }) : t('addCategory')}
      name={name}
      was={was}
      entry={was ? entry : { ...entry, id: newEntryId(name, ids) }}
      fault={name === '' ? common('nameMissing') : null}
      onClose={onClose}
    >
      {isTried => (
        <>
          <LocalizedTextField
            label={common('name')}
            value={entry.name}
            onChange={changed => setEntry({ ...entry, name: changed })}
            isRequired={isTried && name === ''}
          />
          <Select
            label={t('department')}
            placeholder={t('noDepartment')}
            clearable
            clearButtonProps={{ 'aria-label': t('noDepartment') }}
            data={departments.map(each => ({ value: each.id, label: textIn(each.name, language, defaultLanguage) }))}
            value={entry.departmentId}
            onChange={departmentId => setEntry({ ...entry, departmentId })}
          />
          <DuplicateFields
            value={entry.duplicates ?? null}
            onChange={duplicates => setEntry({ ...entry, duplicates })}
          />
          <DeadlineFields value={entry.deadlines ?? null} onChange={deadlines => setEntry({ ...entry, deadlines })} />
        </>
      )}
    </EntryDialog>
  )
}
