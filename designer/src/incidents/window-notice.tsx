import type { IncidentDetail } from '@pregoner/shared'
import { Clock, Hourglass, TriangleAlert } from 'lucide-react'
import { useTownOverview } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import styles from './answer.module.css'
import { answerWindow } from './answer-window.ts'
import { answeringWords } from './words/answering.ts'
import { deskWords } from './words.ts'

/** How long a free answer is still possible; nothing where that never ends, or has ended. */
export function Countdown({ windowEndsAt, now }: { windowEndsAt: string | null; now: Date }) {
  const t = useWords(deskWords)
  const left = answerWindow(windowEndsAt, now)
  if (left.kind === 'none' || left.kind === 'over') return null
  const Icon = left.kind === 'open' ? Clock : TriangleAlert
  return (
    <p className={styles.countdown} data-window={left.kind}>
      <Icon size={16} aria-hidden="true" />
      {t(`window.${left.kind}`, { hours: left.hours, minutes: left.minutes })}
    </p>
  )
}

/** What becomes of an answer that is written after WhatsApp's 24 hours, told before it is written. */
export function ParkingNotice({ incident, now }: { incident: IncidentDetail; now: Date }) {
  const t = useWords(answeringWords)
  const { data } = useTownOverview()
  if (answerWindow(incident.windowEndsAt, now).kind !== 'over') return null
  const asks = data?.channels.some(({ kind, windowTemplate }) => kind === incident.channel && windowTemplate)
  return (
    <p className={styles.parking}>
      {asks ? <Hourglass size={16} aria-hidden="true" /> : <TriangleAlert size={16} aria-hidden="true" />}
      {t(asks ? 'overAsked' : 'overNoTemplate')}
    </p>
  )
}
