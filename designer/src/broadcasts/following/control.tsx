import { Button } from '@mantine/core'
import type { Broadcast, BroadcastProgress } from '@pregoner/shared'
import { CirclePause, CirclePlay, CircleStop } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../../api/api-error.ts'
import { useControlBroadcast } from '../../api/broadcasts.ts'
import { useTownKey } from '../../api/town.ts'
import { useWords } from '../../i18n/index.ts'
import styles from '../broadcasts.module.css'
import { followingWords } from '../words/following.ts'
import { StopDialog } from './stop-dialog.tsx'

/** Holds a notice that goes out and lets it go on, both at once; ends it, after a question. Nothing once it has ended. */
export function Control({ of, progress }: { of: Broadcast; progress: BroadcastProgress }) {
  const t = useWords(followingWords)
  const control = useControlBroadcast(useTownKey())
  const [isAsking, setAsking] = useState(false)
  const { state } = of
  const isHeld = state === 'paused'
  if (!isHeld && state !== 'listing' && state !== 'sending') return null
  const Icon = isHeld ? CirclePlay : CirclePause
  return (
    <div className={styles.bar}>
      <div className={styles.foot}>
        <Button
          variant={isHeld ? 'filled' : 'default'}
          leftSection={<Icon size={16} aria-hidden="true" />}
          loading={control.isPending}
          onClick={() => control.mutate({ id: of.id, action: isHeld ? 'resume' : 'pause' })}
        >
          {t(isHeld ? 'resume' : 'pause')}
        </Button>
        <Button
          variant="default"
          leftSection={<CircleStop size={16} aria-hidden="true" />}
          onClick={() => setAsking(true)}
        >
          {t('stop')}
        </Button>
      </div>
      {control.isError && (
        <p className={styles.fault} role="alert">
          {describeError(control.error)}
        </p>
      )}
      {isAsking && <StopDialog of={of} progress={progress} onClose={() => setAsking(false)} />}
    </div>
  )
}
