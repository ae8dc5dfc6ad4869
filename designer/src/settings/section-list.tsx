import { NativeSelect } from '@mantine/core'
import { NavLink, useLocation, useNavigate } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { settingsGroups, type settingsSectionsFor } from './sections.ts'
import styles from './settings-page.module.css'
import { sectionWords } from './words/sections.ts'

interface SectionListProps {
  townKey: string
  sections: ReturnType<typeof settingsSectionsFor>
}

/** The sections by group: links beside the open one, and one choice above it on a phone. */
export function SectionList({ townKey, sections }: SectionListProps) {
  const t = useWords(sectionWords)
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const groups = settingsGroups
    .map(group => ({ group, own: sections.filter(section => section.group === group) }))
    .filter(({ own }) => own.length > 0)
  return (
    <>
      <nav className={styles.list} aria-label={t('all')}>
        {groups.map(({ group, own }) => (
          <div key={group} className={styles.group}>
            <span className={styles.heading} id={`settings-${group}`}>
              {t(group)}
            </span>
            <ul aria-labelledby={`settings-${group}`}>
              {own.map(({ path }) => (
                <li key={path}>
                  <NavLink to={`/t/${townKey}/settings/${path}`}>{t(path)}</NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <NativeSelect
        className={styles.choice}
        label={t('all')}
        value={pathname.split('/')[4] ?? ''}
        onChange={event => navigate(`/t/${townKey}/settings/${event.currentTarget.value}`)}
        data={groups.map(({ group, own }) => ({
          group: t(group),
          items: own.map(({ path }) => ({ value: path, label: t(path) })),
        }))}
      />
    </>
  )
}
