import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TownOverview } from '@pregoner/shared'
import { ExternalLink, KeyRound, MessageCircle, MessageSquareText, Pause, Play, Plus } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useAddChannel } from '../api/connection.ts'
import { useRole } from '../api/session.ts'
import { useChangeChannel } from '../api/settings.ts'
import { useTownKey, useTownOverview } from '../api/town.ts'
import { StateDot } from '../frame/channel-state.tsx'
import { PausedBecause } from '../frame/channel-words.tsx'
import { useWords } from '../i18n/index.ts'
import { Connection } from './connection.tsx'
import { CopyLine } from './copy-line.tsx'
import { Outcome } from './outcome.tsx'
import { SecretsDialog } from './secrets-dialog.tsx'
import styles from './settings.module.css'
import { WindowTemplate } from './window-template.tsx'
import { connectionWords } from './words/connection.ts'
import { settingsWords } from './words.ts'

type Channel = TownOverview['channels'][number]

/** The town's channels: how each stands, where Meta must call, what citizens open. */
export default function Channels() {
  const t = useWords(settingsWords)
  const townKey = useTownKey()
  const isAdministrator = useRole(townKey) === 'administrator'
  const { data } = useTownOverview()
  return (
    <>
      {!isAdministrator && <p className={styles.note}>{t('adminOnly')}</p>}
      <h2>{t('channels')}</h2>
      {data?.channels.map(channel => (
        <ChannelCard key={channel.kind + channel.key} channel={channel} isAdministrator={isAdministrator} />
      ))}
      {isAdministrator && data && <MissingChannels townKey={townKey} channels={data.channels} />}
    </>
  )
}

function MissingChannels({ townKey, channels }: { townKey: string; channels: readonly Channel[] }) {
  const t = useWords(connectionWords)
  const add = useAddChannel(townKey)
  const kinds = (['whatsapp', 'webchat'] as const).filter(kind => !channels.some(channel => channel.kind === kind))
  return (
    <>
      {kinds.map(kind => (
        <Button
          key={kind}
          variant="default"
          className={styles.link ?? ''}
          leftSection={<Plus size={16} aria-hidden="true" />}
          loading={add.isPending}
          onClick={() => add.mutate(kind)}
        >
          {t(kind === 'whatsapp' ? 'addWhatsApp' : 'addWebchat')}
        </Button>
      ))}
      <Outcome error={add.error} />
    </>
  )
}

function ChannelCard({ channel, isAdministrator }: { channel: Channel; isAdministrator: boolean }) {
  const t = useWords(settingsWords)
  const townKey = useTownKey()
  const change = useChangeChannel(townKey, channel.key)
  const [isOpen, setOpen] = useState(false)
  const isWhatsApp = channel.kind === 'whatsapp'
  const Icon = isWhatsApp ? MessageCircle : MessageSquareText
  const isLive = channel.state === 'live'
  const turn = () =>
    change.mutate(isLive ? 'paused' : 'live', {
      onError: error => notifications.show({ color: 'red', message: describeError(error) }),
    })
  return (
    <section className={styles.card}>
      <div className={styles.cardTop}>
        <Icon size={22} aria-hidden="true" />
        <h3>{t(channel.kind)}</h3>
        <span className={styles.state} data-state={channel.state}>
          <StateDot state={channel.state} />
          {t(channel.state)}
        </span>
        {isAdministrator && (
          <span className={styles.cardActions}>
            {isWhatsApp && (
              <Button
                variant="default"
                leftSection={<KeyRound size={16} aria-hidden="true" />}
                onClick={() => setOpen(true)}
              >
                {t('connect')}
              </Button>
            )}
            <Button
              variant={isLive ? 'default' : 'filled'}
              loading={change.isPending}
              leftSection={isLive ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
              onClick={turn}
            >
              {t(isLive ? 'pause' : 'resume')}
            </Button>
          </span>
        )}
      </div>
      {channel.state === 'paused' && (
        <p className={styles.paused}>
          <PausedBecause channel={channel} /> {t(isWhatsApp ? 'pausedHelp' : 'pausedChatHelp')}
        </p>
      )}
      {isWhatsApp ? (
        <>
          <dl className={styles.facts}>
            <div>
              <dt>{t('number')}</dt>
              <dd>{channel.displayNumber ?? '–'}</dd>
            </div>
            <div>
              <dt>{t('phoneNumberId')}</dt>
              <dd className={styles.key}>{channel.phoneNumberId ?? '–'}</dd>
            </div>
          </dl>
          {isAdministrator && (
            <Connection townKey={townKey} channelKey={channel.key} onCredentials={() => setOpen(true)} />
          )}
          <WindowTemplate channel={channel} isAdministrator={isAdministrator} />
        </>
      ) : (
        <>
          <CopyLine label={t('chatAddress')} value={`${location.origin}/chat/${townKey}`} />
          <a href={`/chat/${townKey}`} target="_blank" rel="noreferrer" className={styles.link}>
            {t('open')} <ExternalLink size={14} aria-hidden="true" />
          </a>
        </>
      )}
      {isOpen && <SecretsDialog townKey={townKey} channel={channel} onClose={() => setOpen(false)} />}
    </section>
  )
}
