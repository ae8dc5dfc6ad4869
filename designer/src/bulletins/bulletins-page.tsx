import { Button } from '@mantine/core'
import type { Bulletin } from '@pregoner/shared'
import { ArrowLeft, CalendarClock, CircleCheck, CirclePause, Plus } from 'lucide-react'
import { Link, useParams } from 'react-router'
import { useBulletins } from '../api/bulletins.ts'
import { useTown } from '../api/town.ts'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { Page } from '../frame/page.tsx'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './bulletins.module.css'
import { Compose } from './compose.tsx'
import { weekdayNames } from './weekday-names.ts'
import { bulletinWords } from './words.ts'

const lastWords = { sent: 'lastSent', empty: 'lastEmpty', missed: 'lastMissed' } as const

/** What the town sends by itself: the list, or one of them. */
export default function BulletinsPage() {
  const { id } = useParams()
  const { key } = useTown()
  const { data, error, refetch } = useBulletins(key)
  if (id === 'new') return <Compose key="new" was={null} />
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (id === undefined) return <List bulletins={data} />
  const opened = data.find(each => each.id === id)
  return opened ? <Compose key={id} was={opened} /> : <NotFoundPage />
}

function List({ bulletins }: { bulletins: readonly Bulletin[] }) {
  const t = useWords(bulletinWords)
  const { key } = useTown()
  const write = (
    <Button
      component={Link}
      to={`/t/${key}/broadcasts/bulletins/new`}
      leftSection={<Plus size={16} aria-hidden="true" />}
    >
      {t('write')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      lead={
        <>
          <Link to={`/t/${key}/broadcasts`} className={styles.back}>
            <ArrowLeft size={16} aria-hidden="true" />
            {t('toNotices')}
          </Link>
          <br />
          {t('lead')}
        </>
      }
      actions={bulletins.length > 0 && write}
    >
      {bulletins.length === 0 ? (
        <Empty Icon={CalendarClock} title={t('none')} action={write}>
          {t('noneHelp')}
        </Empty>
      ) : (
        <ul className={styles.list}>
          {bulletins.map(bulletin => (
            <Row key={bulletin.id} bulletin={bulletin} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function Row({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords(bulletinWords)
  const { key } = useTown()
  const formats = useFormats()
  const [language] = useLanguage()
  const { id, name, isOn, weekdays, time, nextAt, issues } = bulletin
  const [last] = issues
  const Icon = isOn ? CircleCheck : CirclePause
  return (
    <li>
      <Link to={`/t/${key}/broadcasts/bulletins/${id}`} className={styles.row}>
        <span className={styles.rowText}>
          <strong>{name}</strong>
          <span className={styles.note}>
            {t('nextOn', { days: weekdayNames(weekdays, language), time })}
            {last && ` · ${t(lastWords[last.outcome], { date: formats.date(last.date) })}`}
          </span>
        </span>
        <span className={styles.mark} data-on={isOn}>
          <Icon size={16} aria-hidden="true" />
          {nextAt ? formats.exact(nextAt) : t('off')}
        </span>
      </Link>
    </li>
  )
}
