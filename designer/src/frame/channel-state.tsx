import { Popover } from '@mantine/core'
import type { TownOverview } from '@pregoner/shared'
import { ExternalLink } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './frame.module.css'
import { frameWords } from './words.ts'

type Channel = TownOverview['channels'][number]

/** A dot for a channel's state; the word always stands beside it. */
export const StateDot = ({ state }: { state: Channel['state'] }) => (
  <span className={styles.dot} data-state={state} aria-hidden="true" />
)

/** The state of the town's WhatsApp number at a glance; all channels when opened. */
export function ChannelState({ channels, townKey }: { channels: Channel[]; townKey: string }) {
  const t = useWords(frameWords)
  const shown = channels.find(({ kind }) => kind === 'whatsapp') ?? channels[0]
  if (!shown) return null
  return (
    <Popover position="bottom-start" withinPortal shadow="md">
      <Popover.Target>
        <button type="button" className={styles.channel}>
          <span className="visually-hidden">
            {t('channels')}: {t(shown.state)}
          </span>
          <StateDot state={shown.state} />
          <span className={styles.wideOnly}>{shown.displayNumber ?? t(shown.kind)}</span>
          <span className={styles.quiet} aria-hidden="true">
            {t(shown.state)}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={styles.channels}>
          {channels.map(channel => (
            <li key={channel.key + channel.kind}>
              <StateDot state={channel.state} />
              <span>
                <strong>{t(channel.kind)}</strong> {channel.displayNumber}
                <br />
                <span className={styles.quiet}>{channel.pausedReason ?? t(channel.state)}</span>
              </span>
              {channel.kind === 'webchat' && (
                <a href={`/chat/${townKey}`} target="_blank" rel="noreferrer">
                  {t('openChat')} <ExternalLink size={14} aria-hidden="true" />
                </a>
              )}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
