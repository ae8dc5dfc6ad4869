import { Alert } from '@mantine/core'
import { type Broadcast, quietAt } from '@pregoner/shared'
import { MoonStar } from 'lucide-react'
import { useTown } from '../../api/town.ts'
import { useWords } from '../../i18n/index.ts'
import { useNow } from '../../i18n/use-now.ts'
import styles from '../broadcasts.module.css'
import { planWords } from '../words/plan.ts'
import { useTownWhen } from './use-town-when.ts'

/** Outside the town's hours for notices: until when one waits that goes out at `at`, or now. */
export function QuietNote({ at, of = {} }: { at?: Date; of?: Pick<Broadcast, 'emergency'> }) {
  const t = useWords(planWords)
  const town = useTown()
  const when = useTownWhen()
  const now = useNow()
  const quiet = quietAt(town, at ?? now, of)
  if (!quiet) return null
  return (
    <Alert
      color="yellow"
      role="status"
      classNames={{ icon: styles.ink ?? '' }}
      icon={<MoonStar size={18} aria-hidden="true" />}
    >
      {quiet.until ? t('quietUntil', { when: when(quiet.until, now) }) : t('quietEndless')}
    </Alert>
  )
}

/** The same of a notice that is on its way. */
export function WaitingNote({ state, emergency }: Pick<Broadcast, 'state' | 'emergency'>) {
  return state === 'listing' || state === 'sending' ? <QuietNote of={{ emergency }} /> : null
}
