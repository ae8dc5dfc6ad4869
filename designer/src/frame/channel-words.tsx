import type { TownOverview } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import { troubleOf } from './channel-trouble.ts'
import { frameWords } from './words.ts'

/** Why a paused channel is paused, in words of this house; the platform's own are in the tooltip. */
export function PausedBecause({ channel }: { channel: TownOverview['channels'][number] }) {
  const t = useWords(frameWords)
  if (channel.pausedReason === null) return t('paused.byHand')
  const { trouble, code } = troubleOf(channel.pausedReason)
  return (
    <span title={channel.pausedReason}>
      {t(`paused.${trouble}`)}
      {code !== null && ` (${t('code', { code })})`}
    </span>
  )
}
