import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ScheduledVersion, TownData } from '@pregoner/shared'
import { CalendarClock, CircleAlert } from 'lucide-react'
import { describeError } from '../api/api-error.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './history.module.css'
import { publicationsMoved, unscheduleFlow } from './publication-api.ts'
import { townMoment } from './town-moment.ts'
import { publicationWords } from './words.ts'

const whyWords = { problems: 'failedProblems', tests: 'failedTests', too_large: 'failedTooLarge' } as const

interface ScheduledItemProps {
  town: TownData
  flowId: string
  scheduled: ScheduledVersion
}

/** What will be published by itself, or why it was not; either can be taken away. */
export function ScheduledItem({ town, flowId, scheduled }: ScheduledItemProps) {
  const t = useWords(publicationWords)
  const [language] = useLanguage()
  const { failure, publishAt, note, by } = scheduled
  const when = townMoment(publishAt, town.timeZone, language, new Date())
  const Icon = failure ? CircleAlert : CalendarClock

  const remove = async () => {
    try {
      await unscheduleFlow(town.key, flowId)
      await publicationsMoved(town.key, flowId)
      notifications.show({ message: t('unscheduled') })
    } catch (error) {
      notifications.show({ color: 'red', message: describeError(error) })
    }
  }
  return (
    <section className={styles.scheduled} data-failed={failure ? true : undefined}>
      <h3 className={styles.scheduledTitle}>
        <Icon size={18} aria-hidden /> {failure ? t('failedItem', { when }) : t('scheduledItem', { when })}
      </h3>
      {note && <p>{note}</p>}
      <p className={styles.hint}>
        {failure === null ? t('scheduledBy', { by }) : t(whyWords[failure.why], { count: failure.count })}
      </p>
      <Button size="xs" variant="default" onClick={() => void remove()}>
        {failure ? t('dismiss') : t('unschedule')}
      </Button>
    </section>
  )
}
