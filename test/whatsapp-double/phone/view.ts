import { windowEnd } from '../limits.ts'
import type { Thread } from '../people/thread.ts'
import type { World } from '../world.ts'

const MESSAGES_SHOWN = 300
const RECORDS_SHOWN = 60

/** All that the phone page shows, with the conversation of one person. */
export function viewOf(world: World, selectedKey: string | undefined) {
  const { sent, failed, retried } = world.sender.webhooks
  const selected = world.threads.find(thread => thread.key === selectedKey) ?? world.threads[0]
  return {
    url: world.url,
    channels: [...world.channels.values()].map(({ phoneNumberId, displayNumber, verifiedName, webhookUrl }) => ({
      phoneNumberId,
      displayNumber,
      name: verifiedName ?? phoneNumberId,
      webhookUrl,
    })),
    people: world.threads.map(personView),
    selected: selected && { ...personView(selected), ...threadView(world, selected) },
    behaviour: world.behaviour,
    limits: world.limits,
    templates: templateViews(world),
    wire: wireOf(world),
    counts: { sent, failed, retried },
  }
}

function personView({ key, channel, identity, inbox, sent }: Thread) {
  const { name, phone, username, bsuid, hidesPhone } = identity
  const last = [inbox.at(-1), sent.at(-1)].filter(one => one !== undefined).sort((a, b) => Number(a.at) - Number(b.at))
  return {
    key,
    bsuid,
    channel: channel.phoneNumberId,
    channelName: channel.verifiedName ?? channel.phoneNumberId,
    name: name ?? username ?? phone ?? bsuid,
    address: hidesPhone ? `@${username ?? bsuid}` : `+${phone ?? ''}`,
    received: inbox.length,
    last: last.at(-1)?.text || last.at(-1)?.type || '',
    lastAt: last.at(-1)?.at,
  }
}

function threadView(world: World, thread: Thread) {
  const theirs = thread.inbox.map(({ raw, ...message }) => ({ side: 'business', ...message }))
  const mine = thread.sent.map(message => ({ side: 'person', ...message }))
  const messages = [...mine, ...theirs].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(-MESSAGES_SHOWN)
  const typingMs = (thread.typingUntil?.getTime() ?? 0) - world.clock.now().getTime()
  return {
    messages,
    typingMs: Math.max(0, typingMs),
    windowEnd: windowEnd(thread),
    hasPhone: thread.identity.phone !== undefined,
    hidesPhone: thread.identity.hidesPhone,
    hasBlockedBusiness: thread.identity.hasBlockedBusiness,
    hasStoppedMarketing: thread.identity.hasStoppedMarketing,
  }
}

const templateViews = (world: World) =>
  [...new Set([...world.channels.values()].map(channel => channel.wabaId))].flatMap(wabaId =>
    world.templates
      .of(wabaId)
      .map(({ id, name, language, status }) => ({ id, name, language, status, account: wabaId })),
  )

/** What went over the wire in both directions, newest first. */
function wireOf(world: World) {
  const calls = world.calls.slice(-RECORDS_SHOWN).map(call => ({ kind: 'call', ...call }))
  const posts = world.sender.webhooks.log.slice(-RECORDS_SHOWN).map(record => ({ kind: 'webhook', ...record }))
  return [...calls, ...posts].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, RECORDS_SHOWN)
}
