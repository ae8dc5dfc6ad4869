import {
  type Broadcast,
  type BroadcastDraft,
  broadcastFault,
  lacksApproval,
  type NoticeTemplate,
  noticeTemplateTroubles,
  type TownData,
} from '@pregoner/shared'
import type { Scope } from '../accounts/scope.ts'
import type { Channel } from '../channels/channel.ts'
import type { Connection } from '../channels/whatsapp/connection.ts'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { BroadcastStore } from '../stores/broadcast-store.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import type { FlowStore } from '../stores/flow-store.ts'
import type { MediaStore } from '../stores/media-store.ts'
import type { TemplateStateStore } from '../stores/template-state-store.ts'
import type { TownStore } from '../stores/town-store.ts'

export interface NoticeCheckDeps {
  broadcasts: Pick<BroadcastStore, 'get'>
  channels: Pick<ChannelStore, 'ofTown'>
  /** A channel with its secrets opened. */
  openChannel: (key: string) => Promise<Channel | null>
  connection: Pick<Connection, 'templates'>
  templateStates: Pick<TemplateStateStore, 'troublesOf'>
  media: Pick<MediaStore, 'find'>
  towns: Pick<TownStore, 'get'>
  flows: Pick<FlowStore, 'publishedFlows'>
  audit: AuditStore
  now: () => Date
}

export type NoticeChecks = ReturnType<typeof createNoticeChecks>

/** What every route of notices looks at before it does something. */
export function createNoticeChecks(deps: NoticeCheckDeps) {
  const { broadcasts, channels, openChannel, connection, templateStates, media, towns, flows, audit, now } = deps

  async function townOf({ townKey }: Pick<Scope, 'townKey'>): Promise<TownData> {
    const town = await towns.get(townKey)
    if (!town) throw new AppError('not_found')
    return town
  }

  /** What the notice names must be there. */
  async function check(
    scope: Scope,
    { pictureId, buttons = [], segment: { topicIds } }: BroadcastDraft,
  ): Promise<void> {
    const { topics } = await townOf(scope)
    if (!topicIds.every(each => topics.some(topic => topic.id === each))) throw new AppError('unknown_entry')
    if (pictureId && (await media.find(scope.townKey, pictureId))?.kind !== 'image') throw new AppError('unknown_entry')
    if (buttons.length === 0) return
    const published = await flows.publishedFlows(scope.townKey)
    if (!buttons.every(each => published.some(({ flowId }) => flowId === each.flowId)))
      throw new AppError('unknown_entry')
  }

  async function known(scope: Scope, broadcastId: string): Promise<Broadcast> {
    const found = await broadcasts.get(scope.townKey, broadcastId)
    if (!found) throw new AppError('not_found')
    return found
  }

  /** A template must be approved now: by what the platform answers, or else by what it told last. */
  async function checkTemplate(town: TownData, template: NoticeTemplate, draft: BroadcastDraft): Promise<void> {
    const stored = (await channels.ofTown(town.key)).find(({ kind }) => kind === 'whatsapp')
    if (!stored) return
    const open = await openChannel(stored.key)
    const asked = open && (await connection.templates(open, stored.accountId ?? null))
    const problems =
      asked?.outcome === 'ok'
        ? noticeTemplateTroubles(template, draft, town, asked.templates)
        : await templateStates.troublesOf(stored.key, template.name, template.languages)
    if (problems.length > 0) throw new AppError('bad_template', 'a template that cannot be sent', { problems })
  }

  /** It names what is there, says something, and its template can be sent. */
  async function requireSayable(scope: Scope, draft: Broadcast): Promise<void> {
    await check(scope, draft)
    if (broadcastFault(draft)) throw new AppError('bad_request', 'it says nothing, or too much')
    if (draft.template) await checkTemplate(await townOf(scope), draft.template, draft)
  }

  return {
    townOf,
    check,
    known,
    requireSayable,
    /** Nothing may keep it from going out. */
    async requireSendable(scope: Scope, draft: Broadcast): Promise<void> {
      await requireSayable(scope, draft)
      if (lacksApproval(await townOf(scope), draft)) throw new AppError('needs_approval')
    },
    stale: async (scope: Scope, broadcastId: string) =>
      new AppError('stale', 'the notice is another one by now', { current: await known(scope, broadcastId) }),
    note: ({ townKey, personId }: Scope, action: string, object: string) =>
      audit.append({ town: townKey, personId, action, object, at: now() }),
  }
}
