import type { ConversationSummary } from '@pregoner/shared'
import { Ban, MessageCircle, MessagesSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { nameOf } from './name-of.ts'
import styles from './rows.module.css'
import { conversationWords } from './words.ts'

interface ConversationRowProps {
  town: string
  conversation: ConversationSummary
  isOpen: boolean
  /** When what is shown of it was written. */
  at: string | null
  children: ReactNode
}

/** A line of a list: who, on which channel, when, and some words. */
export function ConversationRow({ town, conversation, isOpen, at, children }: ConversationRowProps) {
  const t = useWords(conversationWords)
  const formats = useFormats()
  const now = useNow()
  const { id, channel, blocked } = conversation
  const Icon = channel === 'whatsapp' ? MessageCircle : MessagesSquare
  return (
    <li>
      <Link
        to={`/t/${town}/conversations/${encodeURIComponent(id)}`}
        className={styles.row}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className={styles.rowTop}>
          <Icon size={16} role="img" aria-label={t(channel)} className={styles.channel ?? ''} />
          <bdi className={styles.name}>{nameOf(conversation, t('anonymous'))}</bdi>
          {at && (
            <time dateTime={at} title={formats.exact(at)} className={styles.when}>
              {formats.relative(at, now)}
            </time>
          )}
        </span>
        <span className={styles.rowText}>
          {blocked && (
            <span className={styles.blockedBadge}>
              <Ban size={14} aria-hidden="true" />
              {t('blocked')}
            </span>
          )}
          {children}
        </span>
      </Link>
    </li>
  )
}
