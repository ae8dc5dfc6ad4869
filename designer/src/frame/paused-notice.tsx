import type { Role, TownOverview } from '@pregoner/shared'
import { OctagonPause } from 'lucide-react'
import { Link } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { PausedBecause } from './channel-words.tsx'
import styles from './notice.module.css'
import { frameWords } from './words.ts'

interface PausedNoticeProps {
  channels: TownOverview['channels']
  townKey: string
  role: Role
}

/** Says on every page that people write and nobody answers: while a channel is paused nothing goes out. */
export function PausedNotice({ channels, townKey, role }: PausedNoticeProps) {
  const t = useWords(frameWords)
  const paused = channels.filter(({ state }) => state === 'paused')
  return (
    <div role="status">
      {paused.map(channel => (
        <div key={channel.kind + channel.key} className={styles.notice} data-tone="late">
          <OctagonPause size={20} aria-hidden="true" />
          <p>
            <strong>{t(`pausedTitle.${channel.kind}`)}</strong> <PausedBecause channel={channel} />{' '}
            {role === 'administrator' && <Link to={`/t/${townKey}/settings`}>{t('toChannels')}</Link>}
          </p>
        </div>
      ))}
    </div>
  )
}
