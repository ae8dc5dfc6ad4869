import { ActionIcon } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { IncidentSummary } from '@pregoner/shared'
import { List, ListChecks, Map as MapIcon, MousePointerClick } from 'lucide-react'
import { Suspense, useCallback, useRef, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { useLiveEvent } from '../api/live.ts'
import { useSession } from '../api/session.ts'
import { useTownKey } from '../api/town.ts'
import { lazyPart } from '../frame/lazy-part.ts'
import { usePageTitle } from '../frame/page-title.ts'
import { Empty, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { AlertsMenu } from './alerts-menu.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ExportLink } from './export-link.tsx'
import { rowCount } from './feed.ts'
import { useFilter } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { IncidentDetailPane } from './incident-detail.tsx'
import { IncidentList } from './incident-list.tsx'
import styles from './incidents.module.css'
import { matches } from './matches.ts'
import { useFeed } from './use-feed.ts'
import { isReadingIn } from './use-kept-place.ts'
import { usePicking } from './use-picking.ts'
import { useSpots } from './use-spots.ts'
import { ViewsMenu } from './views-menu.tsx'
import { deskWords } from './words.ts'
import work from './work.module.css'
import { workWords } from './work-words.ts'

const IncidentMap = lazyPart(() => import('./incident-map.tsx'))
const noIncidents: never[] = []

/** The desk: list, map and detail side by side, as far as there is room. */
export default function IncidentsPage() {
  const t = useWords(deskWords)
  const w = useWords(workWords)
  const formats = useFormats()
  const town = useTownKey()
  const { id = '' } = useParams()
  const { search } = useLocation()
  const [filter, changeFilter] = useFilter()
  const [view, setView] = useState<'list' | 'map'>('list')
  const [newest, setNewest] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const isHolding = useCallback(() => isReadingIn(scroller.current), [])
  const me = useSession().data?.id ?? ''
  const hasRoom = useMediaQuery(id === '' ? '(min-width: 761px)' : '(min-width: 1100px)')
  const isMapShown = hasRoom || (id === '' && view === 'map')
  const spots = useSpots(town, filter, me, isMapShown)
  const live = useFeed({ town, filter, me, isHolding, onChanged: spots.hear })
  usePageTitle(t('title'))
  const isListed = (incident: IncidentSummary) => matches(incident, filter, { me, now: new Date() })
  useLiveEvent('incident', incident => {
    if (incident.rev === 1 && isListed(incident)) setNewest(t('announceNew', { summary: incident.summary }))
  })
  const pathOf = useCallback(
    (incident: string) => `/t/${town}/incidents/${encodeURIComponent(incident)}${search}`,
    [town, search],
  )
  const shown = live.feed?.shown ?? noIncidents
  const picking = usePicking(shown)
  return (
    <div className={styles.desk} data-open={id !== ''} data-view={view}>
      <section className={styles.listPane} aria-label={t('list')}>
        <div className={styles.listTop}>
          <h1>{t('title')}</h1>
          {live.feed && <span className={styles.quiet}>{formats.number(rowCount(live.feed))}</span>}
          <div className={work.tools}>
            <ActionIcon
              variant={picking.isOn ? 'light' : 'subtle'}
              color={picking.isOn ? undefined : 'gray'}
              c={picking.isOn ? undefined : 'var(--ink)'}
              size="max(36px, var(--target))"
              aria-label={w('pick')}
              title={w('pick')}
              aria-pressed={picking.isOn}
              onClick={picking.isOn ? picking.end : picking.begin}
            >
              <ListChecks size={20} aria-hidden="true" />
            </ActionIcon>
            <AlertsMenu pathOf={pathOf} isListed={isListed} />
            <ViewsMenu town={town} filter={filter} onChange={changeFilter} />
            <ExportLink town={town} filter={filter} />
            <span className={styles.viewSwitch}>
              <ActionIcon
                variant="subtle"
                color="gray"
                c="var(--ink)"
                size="max(36px, var(--target))"
                aria-label={t(view === 'list' ? 'showMap' : 'showList')}
                title={t(view === 'list' ? 'showMap' : 'showList')}
                onClick={() => setView(view === 'list' ? 'map' : 'list')}
              >
                {view === 'list' ? <MapIcon size={20} aria-hidden="true" /> : <List size={20} aria-hidden="true" />}
              </ActionIcon>
            </span>
          </div>
        </div>
        <FilterBar town={town} filter={filter} onChange={changeFilter} />
        <div className={styles.listArea}>
          <IncidentList
            live={live}
            town={town}
            filter={filter}
            me={me}
            openId={id}
            pathOf={pathOf}
            picking={picking}
            scroller={scroller}
          />
        </div>
        {picking.isOn && <BulkBar town={town} shown={shown} picking={picking} />}
      </section>
      <section className={styles.mapPane} aria-label={t('map')}>
        {isMapShown && (
          <Suspense fallback={<PageLoading />}>
            <IncidentMap
              spots={spots.placed}
              isKnown={spots.isKnown}
              isCut={spots.isCut}
              known={shown}
              openId={id}
              pathOf={pathOf}
            />
          </Suspense>
        )}
      </section>
      <section className={styles.detailPane} aria-label={t('title')}>
        {id ? (
          <IncidentDetailPane key={id} town={town} id={id} backTo={`/t/${town}/incidents${search}`} />
        ) : (
          <Empty Icon={MousePointerClick} title={t('chooseOne')}>
            {t('chooseOneHelp')}
          </Empty>
        )}
      </section>
      <p className="visually-hidden" role="status">
        {newest}
      </p>
    </div>
  )
}
