import { Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { useRole } from '../api/session.ts'
import { useTownKey } from '../api/town.ts'
import { Page } from '../frame/page.tsx'
import { PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { SectionList } from './section-list.tsx'
import { settingsSectionsFor } from './sections.ts'
import styles from './settings-page.module.css'
import { settingsWords } from './words.ts'

/** What the town's channel is made with and who works on it: a list of sections at the left, one of them open. */
export default function SettingsPage() {
  const t = useWords(settingsWords)
  const townKey = useTownKey()
  const role = useRole(townKey)
  const sections = role ? settingsSectionsFor(role) : []
  return (
    <Page title={t('title')}>
      <div className={styles.parts}>
        {sections.length > 1 && <SectionList townKey={townKey} sections={sections} />}
        <div className={styles.section}>
          <Suspense fallback={<PageLoading />}>
            <Routes>
              {sections.map(({ path, Section }) => (
                <Route key={path} path={`${path}/*`} element={<Section />} />
              ))}
              <Route
                path="*"
                element={<Navigate to={`/t/${townKey}/settings/${sections[0]?.path ?? 'channels'}`} replace />}
              />
            </Routes>
          </Suspense>
        </div>
      </div>
    </Page>
  )
}
