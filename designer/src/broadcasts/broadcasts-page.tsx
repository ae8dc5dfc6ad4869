import { Button } from '@mantine/core'
import { Megaphone, Plus, Siren } from 'lucide-react'
import { Link, useParams } from 'react-router'
import { isApiError } from '../api/api-error.ts'
import { useBroadcast, useBroadcasts } from '../api/broadcasts.ts'
import { useTown } from '../api/town.ts'
import { bulletinWords } from '../bulletins/words.ts'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { Page } from '../frame/page.tsx'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './broadcasts.module.css'
import { Compose } from './compose.tsx'
import { RunningFronts } from './emergency/running-fronts.tsx'
import { Followed } from './followed.tsx'
import list from './list.module.css'
import { Planned } from './plan/planned.tsx'
import { useTownWhen } from './plan/use-town-when.ts'
import { StateMark } from './state-mark.tsx'
import { emergencyFormWords } from './words/emergency.ts'
import { planWords } from './words/plan.ts'
import { broadcastWords } from './words.ts'

/** Notices to many: the list, one being written, or one on its way. */
export default function BroadcastsPage() {
  const { id } = useParams()
  if (id === undefined) return <List />
  return id === 'new' ? <Compose key="new" was={null} /> : <Opened key={id} id={id} />
}

function Opened({ id }: { id: string }) {
  const { key } = useTown()
  const { data, error, isPending, refetch } = useBroadcast(key, id)
  if (isPending) return <PageLoading />
  if (!data)
    return isApiError(error, 'not_found') ? <NotFoundPage /> : <Failed error={error} onRetry={() => void refetch()} />
  const { state } = data.broadcast
  if (state === 'draft') return <Compose key={state} was={data.broadcast} />
  return state === 'scheduled' ? <Planned broadcast={data.broadcast} /> : <Followed {...data} />
}

/** What notices are, and the way to those that write themselves. */
function Lead() {
  const t = useWords(broadcastWords)
  const b = useWords(bulletinWords)
  const { key } = useTown()
  return (
    <>
      {t('lead')} <Link to={`/t/${key}/broadcasts/bulletins`}>{b('fromNotices')}</Link>
    </>
  )
}

function List() {
  const t = useWords(broadcastWords)
  const e = useWords(emergencyFormWords)
  const p = useWords(planWords)
  const when = useTownWhen()
  const town = useTown()
  const formats = useFormats()
  const now = useNow()
  const { data, error, isPending, refetch } = useBroadcasts(town.key)
  if (isPending) return <PageLoading />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  const write = (
    <Button component={Link} to={`/t/${town.key}/broadcasts/new`} leftSection={<Plus size={16} aria-hidden="true" />}>
      {t('write')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={<Lead />} actions={data.length > 0 && write}>
      <RunningFronts />
      {data.length === 0 ? (
        <Empty Icon={Megaphone} title={t('none')} action={write}>
          {t('noneHelp')}
        </Empty>
      ) : (
        <ul className={list.list}>
          {data.map(({ id, name, state, by, sentBy, changedAt, nextAt, approval, emergency }) => (
            <li key={id}>
              <Link to={`/t/${town.key}/broadcasts/${id}`} className={list.row}>
                <span className={list.rowText}>
                  <strong>{name}</strong>
                  <span className={styles.note} title={formats.exact(changedAt)}>
                    {nextAt
                      ? p('goesOut', { when: when(nextAt, now) })
                      : t('changedBy', { name: sentBy ?? by, when: formats.relative(changedAt, now) })}
                  </span>
                </span>
                <span className={list.marks}>
                  {emergency && (
                    <span className={list.mark} data-state="emergency">
                      <Siren size={16} aria-hidden="true" />
                      {e('mark')}
                    </span>
                  )}
                  <StateMark state={state} approval={approval} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
