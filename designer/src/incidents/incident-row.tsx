import type { IncidentSummary } from '@pregoner/shared'
import { AtSign, MapPin, TriangleAlert } from 'lucide-react'
import { memo, type Ref, useState } from 'react'
import { Link } from 'react-router'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { DueMark } from './due-mark.tsx'
import { duplicateWords } from './duplicates/words.ts'
import styles from './list.module.css'
import { placeInWords, useNames } from './names.ts'
import { Photo } from './photo.tsx'
import { PickBox } from './pick-box.tsx'
import { addressOf, newWords } from './row-words.ts'
import { StatusBadge } from './status-badge.tsx'
import { deskWords } from './words.ts'
import work from './work.module.css'
import { workWords } from './work-words.ts'

interface IncidentRowProps {
  incident: IncidentSummary
  town: string
  to: string
  isOpen: boolean
  /** Who reads, by id. */
  me: string
  now: Date
  /** While several are picked: whether this one is. */
  pick?: { isPicked: boolean; onToggle: (id: string, isRange: boolean) => void } | undefined
  /** Which row it is, from 0, of how many; only those near what is seen are in the page. */
  place: number
  count: number
  /** Where it begins, in pixels from the top of the list. */
  start: number
  /** Whether the tab key comes here; arrows lead to the others. */
  hasTabStop: boolean
  ref: Ref<HTMLLIElement>
}

const FRESH_MS = 3_000 // rows that are scrolled into the page have not arrived just now

/** What, where, when and how far, in two lines, with the first picture. */
export const IncidentRow = memo(function IncidentRow(props: IncidentRowProps) {
  const { incident, town, to, isOpen, me, now, pick, place, count, start, hasTabStop, ref } = props
  const [isFresh] = useState(() => Date.now() - Date.parse(incident.openedAt) < FRESH_MS)
  const t = useWords(deskWords)
  const d = useWords(duplicateWords)
  const w = useWords(workWords)
  const formats = useFormats()
  const names = useNames()
  const title = incident.summary || names.category(incident.category)
  const address = addressOf(incident.place)
  const added = newWords(title, [
    incident.category === null ? '' : names.category(incident.category),
    names.department(incident.departmentId),
    address,
  ])
  const about = added.find(words => words !== address)
  const isAddressNew = added.includes(address)
  const district = names.district(incident.districtId)
  const isPlaced = incident.place?.latitude != null
  const isPressing = incident.priority === 'urgent' || incident.priority === 'high'
  return (
    <li
      ref={ref}
      className={`${styles.place} ${pick ? work.pickable : ''}`}
      style={{ transform: `translateY(${start}px)` }}
      data-index={place}
      data-fresh={isFresh}
      aria-posinset={place + 1}
      aria-setsize={count}
    >
      {pick && (
        <PickBox
          what={title}
          isPicked={pick.isPicked}
          hasTabStop={hasTabStop}
          onToggle={isRange => pick.onToggle(incident.id, isRange)}
        />
      )}
      <Link
        to={to}
        className={styles.row}
        tabIndex={hasTabStop ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        data-status={incident.status}
      >
        <span className={styles.rowWords}>
          <span className={work.rowTop}>
            <span className={styles.what}>
              {isPressing && (
                <span className={styles.pressing}>
                  <TriangleAlert size={14} aria-hidden="true" />
                  {t(`priority.${incident.priority}`)}
                </span>
              )}
              <bdi>{title}</bdi>
            </span>
            {incident.mentioned.includes(me) && (
              <AtSign size={16} className={work.asked ?? ''} role="img" aria-label={w('mentionsYou')} />
            )}
            <DueMark incident={incident} now={now} />
          </span>
          <span className={styles.where}>
            <StatusBadge status={incident.status} />
            {about && <span>{about}</span>}
            {(isPlaced || isAddressNew || district) && (
              <span
                className={styles.placeWords}
                title={[placeInWords(incident.place), district].filter(Boolean).join(' · ')}
              >
                <MapPin size={14} role="img" aria-label={t('place')} />
                {isAddressNew && <bdi>{address}</bdi>}
                {!isAddressNew && district}
              </span>
            )}
            {incident.followers && <span>{d('neighbours', { count: incident.followers + 1 })}</span>}
            {incident.assignee && <span>{t('assignedTo', { name: incident.assignee })}</span>}
            <time dateTime={incident.openedAt} title={formats.exact(incident.openedAt)}>
              {formats.relative(incident.openedAt, now)}
            </time>
          </span>
        </span>
        {incident.thumbnail && <Photo town={town} mediaId={incident.thumbnail} alt="" className={styles.thumbnail} />}
      </Link>
    </li>
  )
})
