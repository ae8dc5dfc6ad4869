import { isRecord, type Json, recordsOf, textOf } from '../json.ts'
import type { Channel } from '../world.ts'
import type { Answer, Call } from './call.ts'
import { invalid, onlyKeys, optionalText, requireList, requireOneOf, requireText } from './check.ts'
import { GraphFailure } from './errors.ts'

const SUCCESS = { body: { success: true } }
const BLOCKED_AT_ONCE = 1000

const bodyOf = ({ body }: Call): Json => {
  if (!isRecord(body)) throw new GraphFailure(100, 'The body must be a JSON object.')
  return body
}

/** Only the keys a caller asked for by `fields=a,b`, and always the id. */
export function selected(whole: Json, fields: string | undefined): Json {
  if (fields === undefined) return whole
  const wanted = ['id', ...fields.split(',')].map(field => field.trim().replace(/\{.*$/, ''))
  return Object.fromEntries(Object.entries(whole).filter(([key]) => wanted.includes(key)))
}

export const numberRecord = (channel: Channel): Json => ({
  id: channel.phoneNumberId,
  display_phone_number: channel.displayNumber,
  verified_name: channel.verifiedName ?? 'Ajuntament',
  quality_rating: 'GREEN',
  code_verification_status: 'VERIFIED',
  platform_type: 'CLOUD_API',
  name_status: 'APPROVED',
  status: channel.isRegistered ? 'CONNECTED' : 'DISCONNECTED',
  throughput: { level: 'STANDARD' },
  whatsapp_business_manager_messaging_limit: 'TIER_2K',
})

export function setPin(call: Call): Answer {
  checkPin(bodyOf(call))
  return SUCCESS
}

function checkPin(body: Json) {
  if (!/^\d{6}$/.test(requireText(body, 'pin', { max: 6, path: 'pin' }))) throw invalid('pin', 'must have 6 digits.')
}

export function register(call: Call): Answer {
  const body = bodyOf(call)
  requireOneOf(body, 'messaging_product', ['whatsapp'], 'messaging_product')
  checkPin(body)
  call.channel.isRegistered = true
  return SUCCESS
}

export function deregister({ channel }: Call): Answer {
  channel.isRegistered = false
  return SUCCESS
}

export const getProfile = ({ channel, query }: Call): Answer => {
  const { messaging_product, ...profile } = channel.profile
  return { body: { data: [{ ...(query.fields ? selected(profile, query.fields) : profile), messaging_product }] } }
}

const PROFILE_KEYS = ['about', 'address', 'description', 'email', 'websites', 'vertical', 'profile_picture_handle']

export function setProfile(call: Call): Answer {
  const body = bodyOf(call)
  requireOneOf(body, 'messaging_product', ['whatsapp'], 'messaging_product')
  onlyKeys(body, 'profile', ['messaging_product', ...PROFILE_KEYS])
  optionalText(body, 'about', { max: 139, path: 'about' })
  optionalText(body, 'address', { max: 256, path: 'address' })
  optionalText(body, 'description', { max: 512, path: 'description' })
  optionalText(body, 'email', { max: 128, path: 'email' })
  if (Array.isArray(body.websites) && body.websites.length > 2) throw invalid('websites', 'may hold 2 addresses.')
  call.channel.profile = { ...call.channel.profile, ...body }
  return SUCCESS
}

export const getConversational = ({ channel }: Call): Answer => ({
  body: { id: channel.phoneNumberId, conversational_automation: channel.conversational },
})

export function setConversational(call: Call): Answer {
  const body = bodyOf(call)
  onlyKeys(body, 'conversational_automation', ['enable_welcome_message', 'prompts', 'commands'])
  const { prompts } = body
  const isPromptList = prompts === undefined || (Array.isArray(prompts) && prompts.length <= 4)
  if (!isPromptList) throw invalid('prompts', 'may hold 4 texts.')
  for (const prompt of Array.isArray(prompts) ? prompts : [])
    requireText({ prompt }, 'prompt', { max: 80, path: 'prompts' })
  if (body.commands !== undefined) {
    for (const command of requireList(body, 'commands', { min: 0, max: 30, path: 'commands' })) {
      requireText(command, 'command_name', { max: 32, path: 'command_name' })
      requireText(command, 'command_description', { max: 256, path: 'command_description' })
    }
  }
  call.channel.conversational = { ...call.channel.conversational, ...body }
  return SUCCESS
}

export const getBlocked = ({ channel }: Call): Answer => ({
  body: { data: [...channel.blocked].map(wa_id => ({ messaging_product: 'whatsapp', wa_id })) },
})

/** Blocks or unblocks people; a blocked one's messages do not reach the business. */
export function setBlocked(isBlocking: boolean) {
  return (call: Call): Answer => {
    const body = bodyOf(call)
    requireOneOf(body, 'messaging_product', ['whatsapp'], 'messaging_product')
    const users = requireList(body, 'block_users', { min: 1, max: BLOCKED_AT_ONCE, path: 'block_users' })
    const added = recordsOf(users).map(entry => {
      const user = requireText(entry, textOf(entry.user_id) ? 'user_id' : 'user', { max: 140, path: 'user' })
      const address = /^[A-Z]{2}\./.test(user) ? user : user.replace(/\D/g, '')
      if (isBlocking) call.channel.blocked.add(address)
      else call.channel.blocked.delete(address)
      return { input: user, wa_id: address }
    })
    const key = isBlocking ? 'added_users' : 'removed_users'
    return { body: { messaging_product: 'whatsapp', block_users: { [key]: added } } }
  }
}
