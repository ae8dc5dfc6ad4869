import { textIn } from '@pregoner/shared'
import { Building2 } from 'lucide-react'
import { useTown } from '../api/town.ts'
import { Empty } from '../frame/states.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

/** Departments with the people citizens can write to and the categories each usually deals with. */
export default function Departments() {
  const t = useWords(settingsWords)
  const town = useTown()
  const [language] = useLanguage()
  const named = (text: Parameters<typeof textIn>[0]) => textIn(text, language, town.defaultLanguage)
  if (town.departments.length === 0)
    return (
      <Empty Icon={Building2} title={t('noDepartments')}>
        {t('noneHelp')}
      </Empty>
    )
  return (
    <>
      <p className={styles.note}>{t('readOnly')}</p>
      {town.departments.map(department => {
        const categories = town.categories.filter(({ departmentId }) => departmentId === department.id)
        const calendar = town.calendars.find(({ id }) => id === department.calendarId)
        return (
          <section key={department.id} className={styles.card}>
            <h2>{named(department.name)}</h2>
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
      })}
    </>
  )
}
