import { Navigate, NavLink, Route, Routes } from 'react-router'
import { useRole } from '../api/session.ts'
import { useTownKey } from '../api/town.ts'
import { Page } from '../frame/page.tsx'
import { useWords } from '../i18n/index.ts'
import { Calendars } from './calendars.tsx'
import { Channels } from './channels.tsx'
import { Departments } from './departments.tsx'
import { PrivacyRequests } from './privacy-requests.tsx'
import styles from './settings.module.css'
import { Tables } from './tables.tsx'
import { Tariffs } from './tariffs.tsx'
import { settingsWords } from './words.ts'

const everybody = ['channels', 'departments', 'calendars', 'tables'] as const

/** What the town's flows are made with: channels, departments, calendars, tables; and what citizens ask of their data. */
export default function SettingsPage() {
  const t = useWords(settingsWords)
  const townKey = useTownKey()
  const isAdministrator = useRole(townKey) === 'administrator'
  const sections = isAdministrator ? [...everybody, 'tariffs' as const, 'privacy' as const] : everybody
  return (
    <Page title={t('title')}>
      <nav className={styles.sections} aria-label={t('sections')}>
        {sections.map(section => (
          <NavLink key={section} to={`/t/${townKey}/settings/${section}`}>
            {t(section)}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route index element={<Navigate to="channels" replace />} />
        <Route path="channels" element={<Channels isAdministrator={isAdministrator} />} />
        <Route path="departments" element={<Departments />} />
        <Route path="calendars" element={<Calendars />} />
        <Route path="tables" element={<Tables />} />
        {isAdministrator && <Route path="tariffs" element={<Tariffs />} />}
        {isAdministrator && <Route path="privacy" element={<PrivacyRequests />} />}
        <Route path="*" element={<Navigate to={`/t/${townKey}/settings/channels`} replace />} />
      </Routes>
    </Page>
  )
}
