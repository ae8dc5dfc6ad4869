import './theme/first-styles.css'
import './theme/mantine.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { queryClient } from './api/query-client.ts'
import { ErrorBoundary } from './frame/error-boundary.tsx'
import { FirstPage, FirstSection } from './frame/first-page.tsx'
import { lazyPart } from './frame/lazy-part.ts'
import { NotFoundPage } from './frame/not-found-page.tsx'
import { PageLoading } from './frame/states.tsx'
import { FlowPage, FlowsPage, IncidentsPage, TownFrame } from './pages.ts'
import { SignInPage } from './signin/sign-in-page.tsx'
import { mantineVariables, theme } from './theme/theme.ts'

const AccountPage = lazyPart(() => import('./account/account-page.tsx'))
const JoinPage = lazyPart(() => import('./account/join-page.tsx'))
const NewTownPage = lazyPart(() => import('./account/new-town-page.tsx'))
const ScriptPage = lazyPart(() => import('./script/script-page.tsx'))
const ConversationsPage = lazyPart(() => import('./conversations/conversations-page.tsx'))
const AppointmentsPage = lazyPart(() => import('./appointments/appointments-page.tsx'))
const BroadcastsPage = lazyPart(() => import('./broadcasts/broadcasts-page.tsx'))
const BulletinsPage = lazyPart(() => import('./bulletins/bulletins-page.tsx'))
const StatisticsPage = lazyPart(() => import('./statistics/statistics-page.tsx'))
const SettingsPage = lazyPart(() => import('./settings/settings-page.tsx'))

export { waitForFirstAnswers } from './api/first-answers.ts'

/** The officers' screens. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={mantineVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <ErrorBoundary>
            <Suspense fallback={<PageLoading />}>
              <Routes>
                <Route path="/" element={<FirstPage />} />
                <Route path="/signin" element={<SignInPage />} />

                <Route path="/account" element={<AccountPage />} />
                <Route path="/join" element={<JoinPage />} />
                <Route path="/new-town" element={<NewTownPage />} />
                <Route path="/t/:town" element={<TownFrame />}>
                  <Route index element={<FirstSection />} />
                  <Route path="flows" element={<FlowsPage />} />
                  <Route path="flows/:id" element={<FlowPage />} />
                  <Route path="flows/:id/script" element={<ScriptPage />} />
                  <Route path="incidents/:id?" element={<IncidentsPage />} />
                  <Route path="conversations/:id?" element={<ConversationsPage />} />
                  <Route path="appointments" element={<AppointmentsPage />} />
                  <Route path="broadcasts/bulletins/:id?" element={<BulletinsPage />} />
                  <Route path="broadcasts/:id?" element={<BroadcastsPage />} />
                  <Route path="statistics" element={<StatisticsPage />} />
                  <Route path="settings/*" element={<SettingsPage />} />
                  <Route path="*" element={<NotFoundPage />} />
                </Route>
                <Route path="*" element={<NotFoundPage />} />
              </Routes>
            </Suspense>
          </ErrorBoundary>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  )
}
