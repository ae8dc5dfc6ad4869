import type { IncidentDetail, IncidentEntry } from '@pregoner/shared'
import {
  Building2,
  CirclePause,
  CirclePlay,
  Flag,
  Hourglass,
  MessageSquareText,
  NotebookPen,
  Repeat2,
  Reply,
  ThumbsDown,
  ThumbsUp,
  UserCheck,
} from 'lucide-react'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { MarkedText } from '../phone/index.ts'
import { Delivery } from './delivery.tsx'
import detail from './detail.module.css'
import { NewsLine } from './duplicates/news-line.tsx'
import { MediaList } from './media-list.tsx'
import { MentionText } from './mention-text.tsx'
import { StatusBadge } from './status-badge.tsx'
import styles from './story.module.css'
import { useEntryWords } from './use-entry-words.ts'
import { deskWords } from './words.ts'

const icons = {
  opened: MessageSquareText,
  citizen: MessageSquareText,
  answer: Reply,
  note: NotebookPen,
  status: Repeat2,
  assigned: UserCheck,
  department: Building2,
  priority: Flag,
  waiting: CirclePause,
  resumed: CirclePlay,
  delivery: Hourglass,
  solved: ThumbsUp,
  unsolved: ThumbsDown,
}

/** What happened since, oldest first. */
export function Story({ town, incident, now }: { town: string; incident: IncidentDetail; now: Date }) {
  const t = useWords(deskWords)
  return (
    <section className={detail.part}>
      <h3>{t('story')}</h3>
      <ol className={styles.story}>
        {incident.entries.map(entry => (
          <Entry key={entry.id} town={town} incident={incident} entry={entry} now={now} />
        ))}
      </ol>
    </section>
  )
}

interface EntryProps {
  town: string
  incident: IncidentDetail
  entry: IncidentEntry
  now: Date
}

function Entry({ town, incident, entry, now }: EntryProps) {
  const formats = useFormats()
  const { title, text } = useEntryWords()(entry, incident)
  const Icon = icons[entry.kind]
  // The words it was opened with stand above, whole.
  const isTold = entry.kind === 'opened'
  return (
    <li className={styles.entry} data-kind={entry.kind}>
      <span className={styles.entryIcon}>
        <Icon size={16} aria-hidden="true" />
      </span>
      <div className={styles.entryBody}>
        <p className={styles.entryTop}>
          <strong>{title}</strong>
          {entry.kind !== 'opened' && entry.status && <StatusBadge status={entry.status} />}
          <time dateTime={entry.at} title={formats.exact(entry.at)}>
            {formats.relative(entry.at, now)}
          </time>
        </p>
        {text && !isTold && (
          <p className={styles.entryText}>
            {entry.kind === 'note' ? <MentionText town={town} text={text} /> : <MarkedText text={text} />}
          </p>
        )}
        {entry.media.length > 0 && !isTold && <MediaList town={town} media={entry.media} />}
        {entry.news && <NewsLine news={entry.news} className={styles.delivery} />}
        <Delivery town={town} incident={incident} entry={entry} />
      </div>
    </li>
  )
}
