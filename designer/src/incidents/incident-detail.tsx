import { ActionIcon, Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { IncidentDetail } from '@pregoner/shared'
import { ArrowLeft, FileQuestion } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { isApiError } from '../api/api-error.ts'
import { incidentKey, useIncident } from '../api/incidents.ts'
import { queryClient } from '../api/query-client.ts'
import { usePageTitle } from '../frame/page-title.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { AnswerBox } from './answer-box.tsx'
import { CitizenWords } from './citizen-words.tsx'
import styles from './detail.module.css'
import { Duplicates } from './duplicates/duplicates.tsx'
import { Handling } from './handling.tsx'
import { useNames } from './names.ts'
import { PhotoGallery } from './photo-gallery.tsx'
import { photosOf } from './photos.ts'
import { StatusBadge } from './status-badge.tsx'
import { Story } from './story.tsx'
import { deskWords } from './words.ts'

interface PaneProps {
  town: string
  id: string
  backTo: string
}

/** One incident, read as a story: the citizen's words first, then what was done; the answer at hand. */
export function IncidentDetailPane({ town, id, backTo }: PaneProps) {
  const t = useWords(deskWords)
  const { data, error, isPending, refetch } = useIncident(town, id)
  if (isPending) return <PageLoading />
  if (isApiError(error, 'not_found'))
    return (
      <Empty
        Icon={FileQuestion}
        title={t('gone')}
        action={
          <Button component={Link} to={backTo} variant="default">
            {t('back')}
          </Button>
        }
      >
        {t('goneHelp')}
      </Empty>
    )
  if (data) return <Detail town={town} incident={data} backTo={backTo} />
  return <Failed error={error} onRetry={() => void refetch()} />
}

function Detail({ town, incident, backTo }: { town: string; incident: IncidentDetail; backTo: string }) {
  const t = useWords(deskWords)
  const formats = useFormats()
  const names = useNames()
  const now = useNow()
  const photos = useMemo(() => photosOf(incident), [incident])
  const isAlone = useMediaQuery('(max-width: 760px)')
  const story = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const title = t('detail', { reference: incident.reference })
  usePageTitle(`${title}: ${incident.summary}`)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const keep = (changed: IncidentDetail) => queryClient.setQueryData(incidentKey(town, incident.id), changed)
  const wantsEnd = useRef(false)
  const keepAndShow = (changed: IncidentDetail) => {
    wantsEnd.current = true
    keep(changed)
  }
  const told = incident.entries.length
  useEffect(() => {
    if (told > 0 && wantsEnd.current) story.current?.scrollTo({ top: story.current.scrollHeight })
    wantsEnd.current = false
  }, [told])
  return (
    <article className={styles.detail}>
      {isAlone && <h1 className="visually-hidden">{t('title')}</h1>}
      <div ref={story} className={styles.scroll}>
        <header className={styles.top}>
          <ActionIcon
            component={Link}
            to={backTo}
            variant="subtle"
            color="gray"
            c="var(--ink)"
            size="max(40px, var(--target))"
            className={styles.back ?? ''}
            aria-label={t('back')}
          >
            <ArrowLeft size={20} aria-hidden="true" />
          </ActionIcon>
          <div className={styles.titles}>
            <p className={styles.meta}>
              <span className={styles.reference}>{incident.reference}</span>
              <StatusBadge status={incident.status} />
              {incident.mode === 'dialogue' && <span>{t('mode.dialogue')}</span>}
            </p>
            <h2 ref={heading} tabIndex={-1} className={styles.title}>
              {incident.summary || names.category(incident.category)}
            </h2>
            <p className={styles.meta}>
              <span>{incident.contactName ?? t('anonymous')}</span>
              <span>{t(`by_${incident.channel}`)}</span>
              <time dateTime={incident.openedAt} title={formats.exact(incident.openedAt)}>
                {formats.relative(incident.openedAt, now)}
              </time>
              <span>{names.category(incident.category)}</span>
            </p>
          </div>
        </header>
        <Handling town={town} incident={incident} onChanged={keep} />
        <Duplicates town={town} incident={incident} now={now} onChanged={keep} />
        <PhotoGallery town={town} photos={photos} reference={incident.reference} language={incident.language}>
          <CitizenWords town={town} incident={incident} />
          <Story town={town} incident={incident} now={now} />
        </PhotoGallery>
      </div>
      <AnswerBox town={town} incident={incident} now={now} onChanged={keepAndShow} />
    </article>
  )
}
