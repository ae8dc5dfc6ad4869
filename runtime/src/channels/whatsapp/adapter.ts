import { z } from 'zod'
import type { Channel, ChannelAdapter, OutboundSend, SendResult } from '../channel.ts'
import { meaningOf } from './errors.ts'
import type { Graph, GraphAnswer } from './graph.ts'
import { renderMessage, UnsendableMessage } from './render.ts'

const MAX_CALLBACK_CHARS = 512 // biz_opaque_callback_data
const MAX_PAIR_POWER = 6
const AWAY_MS = 10_000 // between two tries to reach a platform that nobody answers for

const sent = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) })
const uploaded = z.object({ id: z.string() })
const located = z.object({ url: z.string(), mime_type: z.string().optional() })

export interface AdapterDeps {
  graph: Graph
  /** The town's own file, to be sent along. */
  file: (townKey: string, mediaId: string) => Promise<{ bytes: Buffer; mime: string; name: string } | null>
}

/** What an answer to a send call means for the message. `pairPower` counts refusals for writing to one person too fast. */
function resultOf(answer: GraphAnswer, pairPower: number): SendResult {
  if (answer.ok) {
    const id = sent.safeParse(answer.body).data?.messages[0]?.id
    return id ? { kind: 'accepted', platformId: id } : { kind: 'unknown', reason: 'answer without an id' }
  }
  if (!answer.refusal && answer.isUnsent) return { kind: 'later', afterMs: AWAY_MS, scope: 'channel', code: 0 }
  if (!answer.refusal) return { kind: 'unknown', reason: answer.reason }
  const { code, details } = answer.refusal
  const { action, afterMs } = meaningOf(code)
  if (action === 'halt') return { kind: 'halted', code, reason: details }
  if (action === 'retry') return { kind: 'unknown', reason: String(code) }
  if (action === 'later_channel') return { kind: 'later', afterMs, scope: 'channel', code }
  if (action === 'later_person') return { kind: 'later', afterMs: 4 ** pairPower * 1_000, scope: 'person', code }
  return { kind: 'failed', code, reason: details }
}

const noFile: SendResult = { kind: 'failed', code: 131053, reason: 'file could not be uploaded' }

const recipient = ({ to }: OutboundSend) => (to.type === 'phone' ? { to: `+${to.value}` } : { recipient: to.value })

/** WhatsApp as the pipeline sees it. */
export function createWhatsAppAdapter({ graph, file }: AdapterDeps): ChannelAdapter {
  const pairRefusals = new Map<string, number>()

  /** The platform's id of the file, or what its refusal means for the message: as much as a refusal of the message. */
  async function upload(channel: Channel, mediaId: string): Promise<string | SendResult> {
    const found = await file(channel.town, mediaId)
    if (!found) return noFile
    const answer = await graph.upload(channel, `${channel.phoneNumberId}/media`, {
      ...found,
      bytes: new Uint8Array(found.bytes),
    })
    return answer.ok ? (uploaded.safeParse(answer.body).data?.id ?? noFile) : resultOf(answer, 0)
  }

  /** 131056 waits 1, 4, 16… seconds, for this person only. */
  function countPair(key: string, result: SendResult): void {
    if (result.kind === 'later' && result.scope === 'person') {
      pairRefusals.set(key, Math.min(MAX_PAIR_POWER, (pairRefusals.get(key) ?? 0) + 1))
    } else if (result.kind === 'accepted') pairRefusals.delete(key)
  }

  return {
    async send(channel, outbound) {
      const { media } = outbound.message
      try {
        const mediaId = media?.mediaId ? await upload(channel, media.mediaId) : null
        if (mediaId !== null && typeof mediaId !== 'string') return mediaId
        const body = {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          ...recipient(outbound),
          ...renderMessage(outbound.message, mediaId),
          biz_opaque_callback_data: outbound.effectId.slice(0, MAX_CALLBACK_CHARS),
        }
        const pairKey = `${channel.key}|${outbound.to.value}`
        const answer = await graph.post(channel, `${channel.phoneNumberId}/messages`, body)
        const result = resultOf(answer, pairRefusals.get(pairKey) ?? 0)
        countPair(pairKey, result)
        return result
      } catch (error) {
        if (error instanceof UnsendableMessage) return { kind: 'failed', code: 100, reason: error.message }
        throw error
      }
    },

    async fetchFile(channel, { platformId }) {
      const answer = await graph.get(
        channel,
        `${encodeURIComponent(platformId)}?phone_number_id=${encodeURIComponent(channel.phoneNumberId ?? '')}`,
      )
      if (!answer.ok && answer.refusal && meaningOf(answer.refusal.code).action === 'drop') return null
      const place = answer.ok ? located.safeParse(answer.body).data : undefined
      if (!place) throw new Error('the platform did not say where the file is')
      const downloaded = await graph.download(channel, place.url)
      return downloaded && { bytes: downloaded.bytes, mime: place.mime_type ?? downloaded.mime }
    },

    async markSeen(channel, externalId) {
      await graph.post(channel, `${channel.phoneNumberId}/messages`, {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: externalId,
        typing_indicator: { type: 'text' },
      })
    },
  }
}
