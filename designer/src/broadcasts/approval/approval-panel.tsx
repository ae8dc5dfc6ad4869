import { Alert, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type Broadcast, type Emergency, lacksApproval } from '@pregoner/shared'
import { CircleCheck, UserCheck } from 'lucide-react'
import { describeError, isApiError } from '../../api/api-error.ts'
import { useApprove } from '../../api/broadcast-approval.ts'
import { useSession } from '../../api/session.ts'
import { useTown } from '../../api/town.ts'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/index.ts'
import { useNow } from '../../i18n/use-now.ts'
import styles from '../broadcasts.module.css'
import { approvalWords } from '../words/approval.ts'
import { broadcastWords } from '../words.ts'

interface ApprovalPanelProps {
  of: Broadcast | null
  /** What stands on the screen is not what would be approved. */
  isChanged: boolean
  emergency: Emergency | null
  onApproved: (now: Broadcast) => void
}

/** Where the town wants a second person: how that stands, and approving it for whoever has not written it. */
export function ApprovalPanel({ of, isChanged, emergency, onApproved }: ApprovalPanelProps) {
  const t = useWords(approvalWords)
  const b = useWords(broadcastWords)
  const town = useTown()
  const formats = useFormats()
  const now = useNow()
  const { data: person } = useSession()
  const approve = useApprove(town.key)
  if (!lacksApproval(town, { emergency })) return null
  const approval = of?.approval ?? null
  const isOwn = of === null || (person ? (of.authorIds?.includes(person.id) ?? false) : true)
  const told = approval && { name: approval.by, when: formats.relative(approval.at, now) }
  if (told && approval.state === 'given')
    return (
      <Alert
        color="teal"
        classNames={{ title: styles.ink ?? '', icon: styles.ink ?? '' }}
        icon={<CircleCheck size={18} aria-hidden="true" />}
        title={t('title')}
      >
        {t('given', told)}
      </Alert>
    )
  return (
    <Alert
      color="yellow"
      classNames={{ title: styles.ink ?? '', icon: styles.ink ?? '' }}
      icon={<UserCheck size={18} aria-hidden="true" />}
      title={t('title')}
    >
      <div className={styles.panel}>
        <p>
          {told ? t('asked', told) : t('needed')} {told && isOwn && t('own')}
        </p>
        {approve.isError && (
          <p className={styles.fault} role="alert">
            {isApiError(approve.error, 'stale') ? b('stale') : describeError(approve.error)}
          </p>
        )}
        {of && !isOwn && !isChanged && (
          <>
            <p>{t('approveHelp')}</p>
            <div className={styles.foot}>
              <Button
                loading={approve.isPending}
                onClick={() =>
                  approve.mutate(of, {
                    onSuccess(given) {
                      notifications.show({ message: t('approved') })
                      onApproved(given)
                    },
                  })
                }
              >
                {t('approve')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Alert>
  )
}
