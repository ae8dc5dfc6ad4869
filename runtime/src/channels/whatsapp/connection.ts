import { createHmac } from 'node:crypto'
import type { ChannelCheck, ChannelTemplate, CheckOutcome } from '@pregoner/shared'
import { z } from 'zod'
import type { Channel } from '../channel.ts'
import type { Graph, GraphAnswer } from './graph.ts'

const PAGE = 100
const MAX_PAGES = 60 // 6,000 templates are the most an account may have

const numberRecord = z.object({
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
  quality_rating: z.string().optional(),
})
const subscriptions = z.object({ data: z.array(z.unknown()) })
const component = z.object({
  type: z.string(),
  format: z.string().optional(),
  text: z.string().optional(),
  buttons: z.array(z.object({ type: z.string(), url: z.string().optional() })).optional(),
})
const templatePage = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      language: z.string(),
      category: z.string(),
      status: z.string(),
      rejected_reason: z.string().nullish(),
      components: z.array(component).default([]),
    }),
  ),
  paging: z.object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() }).optional(),
})

const FILLED_BUTTONS = ['COPY_CODE', 'OTP', 'FLOW', 'CATALOG', 'MPM']

/** Whether a part of a template is more than words that stand as they are; its body's places are another matter. */
function needsMore({ type, format, text, buttons = [] }: z.infer<typeof component>): boolean {
  const kind = type.toUpperCase()
  if (kind === 'BODY' || kind === 'FOOTER') return false
  if (kind === 'HEADER') return (format ?? 'TEXT').toUpperCase() !== 'TEXT' || Boolean(text?.includes('{{'))
  if (kind !== 'BUTTONS') return true
  return buttons.some(button => FILLED_BUTTONS.includes(button.type.toUpperCase()) || button.url?.includes('{{'))
}

interface Asked {
  outcome: CheckOutcome
  code: number | null
}

const failed = (answer: Exclude<GraphAnswer, { ok: true }>): Asked =>
  answer.refusal ? { outcome: 'refused', code: answer.refusal.code } : { outcome: 'unreachable', code: null }
const fine: Asked = { outcome: 'ok', code: null }
const lacking: Asked = { outcome: 'missing', code: null }
const strange: Asked = { outcome: 'unreachable', code: null }

export type Connection = ReturnType<typeof createConnection>

interface ConnectionOptions {
  /** Whether the platform takes a proof of the app secret: Meta itself does, a solution provider may not. */
  provesSecret: boolean
}

/** Asks the platform how a number, its account and its templates stand, and has it send webhooks here. */
export function createConnection(graph: Pick<Graph, 'get' | 'post'>, { provesSecret }: ConnectionOptions) {
  const at = (id: string, path: string) => `${encodeURIComponent(id)}${path}`

  async function number(channel: Channel): Promise<ChannelCheck['number']> {
    const unknown = { displayNumber: null, verifiedName: null, quality: null }
    if (!channel.accessToken || !channel.phoneNumberId) return { ...lacking, ...unknown }
    const fields = '?fields=display_phone_number,verified_name,quality_rating'
    const answer = await graph.get(channel, at(channel.phoneNumberId, fields))
    if (!answer.ok) return { ...failed(answer), ...unknown }
    const told = numberRecord.safeParse(answer.body)
    if (!told.success) return { ...strange, ...unknown }
    const { display_phone_number, verified_name, quality_rating } = told.data
    return {
      ...fine,
      displayNumber: display_phone_number ?? null,
      verifiedName: verified_name ?? null,
      quality: quality_rating ?? null,
    }
  }

  /** Graph API, "Securing requests": a proof made with another app's secret is refused whatever the token may do. */
  async function secret(channel: Channel): Promise<Asked> {
    const { accessToken, appSecret, phoneNumberId } = channel
    if (!provesSecret || !accessToken || !appSecret || !phoneNumberId) return lacking
    const proof = createHmac('sha256', appSecret).update(accessToken).digest('hex')
    const answer = await graph.get(channel, at(phoneNumberId, `?fields=id&appsecret_proof=${proof}`))
    return answer.ok ? fine : failed(answer)
  }

  async function subscription(channel: Channel, accountId: string | null): Promise<Asked> {
    if (!channel.accessToken || !accountId) return lacking
    const answer = await graph.get(channel, at(accountId, '/subscribed_apps'))
    if (!answer.ok) return failed(answer)
    const told = subscriptions.safeParse(answer.body)
    if (!told.success) return strange
    return told.data.data.length > 0 ? fine : { outcome: 'not_done', code: null }
  }

  /** Every template of the account, by name. */
  async function templates(
    channel: Channel,
    accountId: string | null,
  ): Promise<Asked & { templates: ChannelTemplate[] }> {
    if (!channel.accessToken || !accountId) return { ...lacking, templates: [] }
    const found: ChannelTemplate[] = []
    let after = ''
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer = await graph.get(channel, at(accountId, `/message_templates?limit=${PAGE}${after}`))
      if (!answer.ok) return { ...failed(answer), templates: [] }
      const told = templatePage.safeParse(answer.body)
      if (!told.success) return { ...strange, templates: [] }
      for (const { status, rejected_reason, components, ...template } of told.data.data) {
        const text = components.find(({ type }) => type.toUpperCase() === 'BODY')?.text ?? ''
        const reason = rejected_reason && rejected_reason !== 'NONE' ? rejected_reason : null
        const { id, name, language, category } = template
        const isMore = components.some(needsMore)
        found.push({ id, name, language, category, state: status, reason, text, needsMore: isMore })
      }
      const { next, cursors } = told.data.paging ?? {}
      if (!next || !cursors) break
      after = `&after=${encodeURIComponent(cursors.after)}`
    }
    return { ...fine, templates: found.toSorted((one, other) => one.name.localeCompare(other.name)) }
  }

  return {
    number,
    secret,
    subscription,
    templates,

    /** Has the account's webhooks sent to `callback`; the platform verifies that address before it answers. */
    async subscribe(channel: Channel, accountId: string | null, callback: string): Promise<Asked> {
      if (!channel.accessToken || !channel.verifyToken || !accountId) return lacking
      const answer = await graph.post(channel, at(accountId, '/subscribed_apps'), {
        override_callback_uri: callback,
        verify_token: channel.verifyToken,
      })
      return answer.ok ? fine : failed(answer)
    },
  }
}
