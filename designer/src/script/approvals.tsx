import type { Approval } from '@pregoner/shared'
import { BadgeCheck, CircleAlert } from 'lucide-react'
import { useApprovals } from '../api/approvals.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import styles from './approvals.module.css'
import { scriptWords } from './words.ts'

interface ApprovalsProps {
  townKey: string
  flowId: string
  /** Only those of this version, or of the draft: when none holds, the newest with a word that it does not. Else all. */
  of?: number | 'draft'
  /** What is said when there are none. */
  empty?: string
}

const isOf = ({ isOfDraft, versions }: Approval, of: number | 'draft') =>
  of === 'draft' ? isOfDraft : versions.includes(of)

/** Who approved the conversations of a flow, and whether people still meet what was approved. */
export function Approvals({ townKey, flowId, of, empty }: ApprovalsProps) {
  const { data } = useApprovals(townKey, flowId)
  if (!data) return null
  const holding = of === undefined ? data.approvals : data.approvals.filter(approval => isOf(approval, of))
  const hasLapsed = of === 'draft' && holding.length === 0
  const shown = hasLapsed ? data.approvals.slice(0, 1) : holding
  if (shown.length === 0) return empty ? <p className={styles.none}>{empty}</p> : null
  return (
    <ul className={styles.list}>
      {shown.map(approval => (
        <OneApproval key={approval.id} approval={approval} isAlone={of !== undefined && !hasLapsed} />
      ))}
    </ul>
  )
}

function OneApproval({ approval, isAlone }: { approval: Approval; isAlone: boolean }) {
  const t = useWords(scriptWords)
  const nameOf = useWords(languageWords)
  const { exact } = useFormats()
  const { approver, office, at, by, languages, note, isOfDraft, versions } = approval
  const holds = [
    ...(isOfDraft ? [t('holdsDraft')] : []),
    ...(versions.length > 0 ? [t('holdsVersions', { count: versions.length, versions: versions.join(', ') })] : []),
  ]
  const Icon = isOfDraft || isAlone ? BadgeCheck : CircleAlert
  return (
    <li className={styles.approval} data-state={isOfDraft || isAlone ? 'holds' : 'changed'}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <p className={styles.who}>{t('approvedBy', { approver, office })}</p>
        <p className={styles.when}>
          {t('approvedWhen', { when: exact(at), languages: languages.map(code => nameOf(code)).join(', '), by })}
        </p>
        {note && <p className={styles.when}>{note}</p>}
        {!isAlone && (
          <p className={styles.state}>
            {!isOfDraft && <strong>{t('changed')}. </strong>}
            {holds.join(' · ')}
          </p>
        )}
      </div>
    </li>
  )
}
