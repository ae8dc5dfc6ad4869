import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import type { Department } from '@pregoner/shared'
import { Plus, Trash2 } from 'lucide-react'
import { useTown } from '../api/town.ts'
import { LocalizedTextField } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import styles from './forms.module.css'
import { newEntryId } from './new-entry-id.ts'
import { departmentWords } from './words/departments.ts'
import { entryWords } from './words/entries.ts'

interface DepartmentFormProps {
  value: Department
  onChange: (value: Department) => void
  isTried: boolean
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** Name, hours, e-mail, and the people citizens may write to by name. */
export function DepartmentForm({ value, onChange, isTried }: DepartmentFormProps) {
  const t = useWords(departmentWords)
  const common = useWords(entryWords)
  const { calendars, departments, defaultLanguage } = useTown()
  const { people } = value
  const taken = [...departments.flatMap(each => each.people), ...people].map(({ id }) => id)
  const setPerson = (id: string, change: Partial<Department['people'][number]>) =>
    onChange({ ...value, people: people.map(person => (person.id === id ? { ...person, ...change } : person)) })
  return (
    <>
      <LocalizedTextField
        label={common('name')}
        value={value.name}
        onChange={name => onChange({ ...value, name })}
        isRequired={isTried && !value.name[defaultLanguage]?.trim()}
      />
      <div className={styles.pair}>
        <Select
          label={t('calendar')}
          description={t('calendarHelp')}
          placeholder={t('noCalendar')}
          clearable
          clearButtonProps={{ 'aria-label': t('noCalendar') }}
          data={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.calendarId}
          onChange={calendarId => onChange({ ...value, calendarId })}
        />
        <TextInput
          label={t('email')}
          description={t('emailHelp')}
          type="email"
          value={value.email ?? ''}
          error={isTried && value.email !== null && !isEmail(value.email) ? t('badEmail') : undefined}
          onChange={event => onChange({ ...value, email: event.currentTarget.value.trim() || null })}
        />
      </div>
      <fieldset className={styles.group}>
        <legend>{t('people')}</legend>
        <p className={styles.note}>{t('peopleHelp')}</p>
        {people.map(person => (
          <div key={person.id} className={styles.entry}>
            <div className={styles.line}>
              <TextInput
                className={styles.grow ?? ''}
                label={t('personName')}
                maxLength={120}
                value={person.name}
                error={isTried && person.name.trim() === '' ? t('personNameMissing') : undefined}
                onChange={event => setPerson(person.id, { name: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="var(--target)"
                aria-label={t('removePerson', { name: person.name })}
                onClick={() => onChange({ ...value, people: people.filter(({ id }) => id !== person.id) })}
              >
                <Trash2 size={18} aria-hidden="true" />
              </ActionIcon>
            </div>
            <LocalizedTextField
              label={t('office')}
              value={person.role}
              onChange={role => setPerson(person.id, { role })}
            />
          </div>
        ))}
        <Button
          variant="default"
          className={styles.add ?? ''}
          leftSection={<Plus size={16} aria-hidden="true" />}
          onClick={() =>
            onChange({ ...value, people: [...people, { id: newEntryId('person', taken), name: '', role: {} }] })
          }
        >
          {t('addPerson')}
        </Button>
      </fieldset>
    </>
  )
}
