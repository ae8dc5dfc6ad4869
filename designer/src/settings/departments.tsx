import { Button } from '@mantine/core'
import { type Department, textIn } from '@pregoner/shared'
import { Building2, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useRole } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { Empty } from '../frame/states.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import { DepartmentForm, isEmail } from './department-form.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import forms from './forms.module.css'
import { newEntryId } from './new-entry-id.ts'
import styles from './settings.module.css'
import { departmentWords } from './words/departments.ts'
import { entryWords } from './words/entries.ts'
import { settingsWords } from './words.ts'

const blank: Department = { id: '', name: {}, people: [], calendarId: null, email: null }

/** Departments with the people citizens can write to and the categories each usually deals with. */
export default function Departments() {
  const t = useWords(settingsWords)
  const say = useWords(departmentWords)
  const town = useTown()
  const isAdministrator = useRole(town.key) === 'administrator'
  const [language] = useLanguage()
  const [open, setOpen] = useState<Department | 'new' | null>(null)
  const named = (text: Parameters<typeof textIn>[0]) => textIn(text, language, town.defaultLanguage)
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden="true" />} onClick={() => setOpen('new')}>
      {say('add')}
    </Button>
  )
  return (
    <>
      <div className={forms.top}>
        <h2>{say('title')}</h2>
        {isAdministrator && town.departments.length > 0 && add}
      </div>
      {!isAdministrator && <p className={styles.note}>{t('adminOnly')}</p>}
      {town.departments.length === 0 && (
        <Empty Icon={Building2} title={t('noDepartments')} action={isAdministrator && add}>
          {say('emptyHelp')}
        </Empty>
      )}
      {town.departments.map(department => (
        <DepartmentCard
          key={department.id}
          department={department}
          named={named}
          onEdit={isAdministrator ? () => setOpen(department) : null}
        />
      ))}
      {open && <DepartmentDialog was={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}

function DepartmentDialog({ was, onClose }: { was: Department | null; onClose: () => void }) {
  const say = useWords(departmentWords)
  const common = useWords(entryWords)
  const { departments, defaultLanguage } = useTown()
  const [entry, setEntry] = useState(was ?? blank)
  const name = entry.name[defaultLanguage]?.trim() ?? ''
  const isWhole = entry.people.every(person => person.name.trim()) && (entry.email === null || isEmail(entry.email))
  const ids = departments.map(({ id }) => id)
  return (
    <EntryDialog
      list="departments"
      title={was ? common('edit', { name: was.name[defaultLanguage] ?? was.id }) : say('add')}
      name={name}
      was={was}
      entry={was ? entry : { ...entry, id: newEntryId(name, ids) }}
      fault={name === '' ? common('nameMissing') : isWhole ? null : say('incomplete')}
      onClose={onClose}
    >
      {isTried => <DepartmentForm value={entry} onChange={setEntry} isTried={isTried} />}
    </EntryDialog>
  )
}

interface DepartmentCardProps {
  department: Department
  named: (text: Parameters<typeof textIn>[0]) => string
  onEdit: (() => void) | null
}

function DepartmentCard({ department, named, onEdit }: DepartmentCardProps) {
  const t = useWords(settingsWords)
  const common = useWords(entryWords)
  const town = useTown()
  const categories = town.categories.filter(({ departmentId }) => departmentId === department.id)
  const calendar = town.calendars.find(({ id }) => id === department.calendarId)
  return (
    <section className={styles.card}>
      <div className={styles.cardTop}>
        <h3>{named(department.name)}</h3>
        {onEdit && (
          <span className={styles.cardActions}>
            <Button
              variant="default"
              aria-label={common('edit', { name: named(department.name) })}
              leftSection={<Pencil size={16} aria-hidden="true" />}
              onClick={onEdit}
            >
              {common('editShort')}
            </Button>
          </span>
        )}
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t('people')}</dt>
          {department.people.length === 0 && <dd className={styles.note}>{t('noPeople')}</dd>}
          {department.people.map(person => (
            <dd key={person.id}>
              {person.name} <span className={styles.note}>{named(person.role)}</span>
            </dd>
          ))}
        </div>
        {categories.length > 0 && (
          <div>
            <dt>{t('categories')}</dt>
            <dd>{categories.map(category => named(category.name)).join(' · ')}</dd>
          </div>
        )}
        {calendar && (
          <div>
            <dt>{t('calendar')}</dt>
            <dd>{calendar.name}</dd>
          </div>
        )}
        {department.email && (
          <div>
            <dt>{t('email')}</dt>
            <dd>{department.email}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}
