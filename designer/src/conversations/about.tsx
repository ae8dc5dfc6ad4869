import type { ConversationDetail } from '@pregoner/shared'
import { textIn } from '@pregoner/shared'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTown } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { MediaList } from '../incidents/media-list.tsx'
import { StatusBadge } from '../incidents/status-badge.tsx'
import styles from './conversation.module.css'
import { conversationWords } from './words.ts'

/** What the town hall knows of a contact besides the messages. */
export function About({ town, conversation }: { town: string; conversation: ConversationDetail }) {
  const t = useWords(conversationWords)
  const formats = useFormats()
  const { topics, defaultLanguage } = useTown()
  const [language] = useLanguage()
  const { labels, incidents, consents, subscriptions, files } = conversation
  const topicName = (id: string) => textIn(topics.find(topic => topic.id === id)?.name, language, defaultLanguage) || id
  return (
    <>
      <Part title={t('incidents')} none={t('noIncidents')} isEmpty={incidents.length === 0}>
        <ul className={styles.lines}>
          {incidents.map(({ id, reference, summary, status }) => (
            <li key={id}>
              <Link to={`/t/${town}/incidents/${encodeURIComponent(id)}`}>{reference}</Link> <bdi>{summary}</bdi>{' '}
              <StatusBadge status={status} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('consents')} none={t('noConsents')} isEmpty={consents.length === 0}>
        <ul className={styles.lines}>
          {consents.map(({ purpose, version, accepted, at }) => (
            <li key={`${purpose} ${version} ${at}`}>
              <strong>{t(accepted ? 'accepted' : 'refused')}</strong>: {purpose}, {t('version', { version })}{' '}
              <time dateTime={at} title={formats.exact(at)} className={styles.quiet}>
                {formats.date(at)}
              </time>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('subscriptions')} none={t('noSubscriptions')} isEmpty={subscriptions.length === 0}>
        <ul className={styles.lines}>
          {subscriptions.map(({ topicId, subscribed, at }) => (
            <li key={topicId}>
              <strong>{t(subscribed ? 'subscribed' : 'unsubscribed')}</strong>: {topicName(topicId)}{' '}
              <time dateTime={at} title={formats.exact(at)} className={styles.quiet}>
                {formats.date(at)}
              </time>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('labels')} none={t('noLabels')} isEmpty={labels.length === 0}>
        <ul className={styles.labels}>
          {labels.map(label => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </Part>
      <Part title={t('files')} none={t('noFiles')} isEmpty={files.length === 0}>
        <MediaList town={town} media={files} />
      </Part>
    </>
  )
}

function Part({
  title,
  none,
  isEmpty,
  children,
}: {
  title: string
  none: string
  isEmpty: boolean
  children: ReactNode
}) {
  return (
    <div className={styles.fact}>
      <h3>{title}</h3>
      {isEmpty ? <p className={styles.quiet}>{none}</p> : children}
    </div>
  )
}
