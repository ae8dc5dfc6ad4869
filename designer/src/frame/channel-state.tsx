import { Popover } from '@mantine/core'
import type { TownOverview } from '@pregoner/shared'
import { ExternalLink, OctagonPause, TriangleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { PausedBecause } from './channel-words.tsx'
import styles from './header.module.css'
import { frameWords } from './words.ts'

type Channel = TownOverview['channels'][number]

/** A sign for a channel's state; the word always stands beside it. */
export const StateDot = ({ state }: { state: Channel['state'] }) =>
  state === 'paused' ? (
    <OctagonPause size={18} className={styles.pausedSign ?? ''} aria-hidden="true" />
  ) : (
    <span className={styles.dot} data-state={state} aria-hidden="true" />
  )

/** The state of the town's WhatsApp number at a glance; all channels when opened. */
export function ChannelState({ channels, townKey }: { channels: Channel[]; townKey: string }) {
  const t = useWords(frameWords)
  const shown = channels.find(({ kind }) => kind === 'whatsapp') ?? channels[0]
  if (!shown) return null
  const isTroubled = (channel: Channel) => (channel.windowTroubles ?? []).length > 0
  return (
    <Popover position="bottom-start" withinPortal shadow="md" width="min(420px, calc(100vw - 16px))">
      <Popover.Target>
        <button type="button" className={styles.channel} data-state={shown.state}>
          <span className="visually-hidden">
            {t('channels')}: {t(shown.state)}
          </span>
          <StateDot state={shown.state} />
          <span className={styles.wideOnly}>{shown.displayNumber ?? t(shown.kind)}</span>
          {isTroubled(shown) && (
            <TriangleAlert size={18} className={styles.pausedSign ?? ''} aria-label={t('template')} />
          )}
          <span className={styles.stateWords} aria-hidden="true">
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
                <span className={styles.quiet}>
                  {channel.state === 'paused' ? <PausedBecause channel={channel} /> : t(channel.state)}
                </span>
              </span>
              {isTroubled(channel) && <Link to={`/t/${townKey}/settings/channels`}>{t('template')}</Link>}
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
