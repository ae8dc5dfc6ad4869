import { nextOccurrences, type SendingPlan } from '@pregoner/shared'
import { useTown } from '../../api/town.ts'
import { useWords } from '../../i18n/index.ts'
import { useNow } from '../../i18n/use-now.ts'
import styles from '../broadcasts.module.css'
import { planWords } from '../words/plan.ts'
import own from './plan.module.css'
import { useTownWhen } from './use-town-when.ts'

const SHOWN = 4

/** The next dates a plan gives, by the town's clock. */
export function NextDates({ plan }: { plan: SendingPlan }) {
  const t = useWords(planWords)
  const town = useTown()
  const when = useTownWhen()
  const now = useNow()
  const next = nextOccurrences(plan, town.timeZone, now, SHOWN)
  return (
    <div>
      <h3 className={own.heading}>{t('next')}</h3>
      <ul className={own.dates}>
        {next.map(({ day, at }) => (
          <li key={day}>
            <time dateTime={at.toISOString()}>{when(at, now)}</time>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('townTime', { town: town.name })}</p>
    </div>
  )
}
