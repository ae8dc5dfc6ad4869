import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import { Notifications } from '@mantine/notifications'
import { Suspense, useEffect, useRef } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { isApiError } from '../api/api-error.ts'
import { openLive } from '../api/live.ts'
import { useMembership, useSession } from '../api/session.ts'
import { useTownKey, useTownOverview } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import { MentionNotice } from '../incidents/mention-notice.tsx'
import { SearchHost } from '../search/search-host.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import styles from './frame.module.css'
import { Header } from './header.tsx'
import { keepLastTown } from './last-town.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { usePageTitleStore } from './page-title.ts'
import { PausedNotice } from './paused-notice.tsx'
import { Rail } from './rail.tsx'
import { Failed, PageLoading } from './states.tsx'
import { frameWords } from './words.ts'

/** What is open stays open when only looking at the town anew has failed: somebody may be at work in it. */
function TownContent({ overview }: { overview: ReturnType<typeof useTownOverview> }) {
  if (isApiError(overview.error, 'not_found')) return <NotFoundPage />
  if (overview.data) {
    return (
      <Suspense fallback={<PageLoading />}>
        <Outlet />
      </Suspense>
    )
  }
  if (overview.isError) return <Failed error={overview.error} onRetry={() => void overview.refetch()} />
  return <PageLoading />
}

/** The frame around every page of a town: sections, town, channels, person; and the town's live feed. */
export default function TownFrame() {
  const t = useWords(frameWords)
  const townKey = useTownKey()
  const session = useSession()
  const overview = useTownOverview()
  const membership = useMembership(townKey)
  const title = usePageTitleStore(store => store.title)
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const section = pathname.split('/')[3] ?? ''
  const isMember = membership !== null

  useEffect(() => {
    if (!isMember) return
    keepLastTown(townKey)
    return openLive(townKey)
  }, [townKey, isMember])

  const shownSection = useRef(section)
  useEffect(() => {
    if (shownSection.current !== section) main.current?.focus({ preventScroll: true })
    shownSection.current = section
  }, [section])

  if (session.isPending) return <PageLoading />
  if (session.isError && session.data === undefined)
    return <Failed error={session.error} onRetry={() => void session.refetch()} />
  if (!session.data) return <Navigate to={`/signin?to=${encodeURIComponent(pathname)}`} replace />
  if (!membership) return <NotFoundPage />
  if (session.data.closedWithoutSecondFactor.includes(townKey)) return <Navigate to="/account" replace />
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <Notifications position="top-center" limit={3} />
      <MentionNotice town={townKey} me={session.data.id} />
      <Rail townKey={townKey} role={membership.role} />
      <Header person={session.data} townKey={townKey} overview={overview.data} />
      <main ref={main} id="content" className={styles.main} tabIndex={-1}>
        <ConnectionNotice />
        <PausedNotice channels={overview.data?.channels ?? []} townKey={townKey} role={membership.role} />
        <div className={styles.content}>
          <ErrorBoundary place={pathname}>
            <TownContent overview={overview} />
          </ErrorBoundary>
        </div>
      </main>
      <SearchHost townKey={townKey} role={membership.role} />
      <p className="visually-hidden" role="status">
        {title}
      </p>
    </div>
  )
}
