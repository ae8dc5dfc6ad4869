import { AppError } from '../errors.ts'
import type { Channel, ChannelSecrets, ChannelStore } from '../stores/channel-store.ts'

export interface GivenNumber {
  phoneNumberId: string
  displayNumber: string
  accountId?: string
  secrets: Partial<ChannelSecrets>
}

type Channels = Pick<ChannelStore, 'ofTown' | 'hasNumberElsewhere' | 'change'>

/**
 * Gives a channel its number and what is needed to use it. A number is one channel's alone: of two that take it at the
 * same time each sees the other and steps back, so perhaps neither has it, never both.
 */
export async function connectNumber(
  channels: Channels,
  townKey: string,
  key: string,
  { secrets, ...given }: GivenNumber,
): Promise<Channel> {
  const former = (await channels.ofTown(townKey)).find(channel => channel.key === key && channel.kind === 'whatsapp')
  if (!former) throw new AppError('not_found')
  const { phoneNumberId } = given
  if (await channels.hasNumberElsewhere(key, phoneNumberId)) throw new AppError('number_elsewhere')
  await channels.change(townKey, key, { phoneNumberId })
  if (await channels.hasNumberElsewhere(key, phoneNumberId)) {
    await channels.change(townKey, key, { phoneNumberId: former.phoneNumberId })
    throw new AppError('number_elsewhere')
  }
  const changed = await channels.change(townKey, key, given, secrets)
  if (!changed) throw new AppError('not_found')
  return changed
}
