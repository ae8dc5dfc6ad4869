import type { Template, TemplateStatus } from '../graph/template-store.ts'
import type { Delivery } from '../types.ts'
import type { World } from '../world.ts'

/** Gives a template another status, as Meta's reviewers do, and tells the account's webhook. */
export async function moderate(world: World, id: string, status: TemplateStatus, reason = 'NONE'): Promise<Delivery> {
  const found = world.templates.byId(id)
  if (!found) throw new Error(`There is no template ${id}`)
  found.template.status = status
  world.changed()
  const channel = [...world.channels.values()].find(one => one.wabaId === found.wabaId)
  if (!channel) throw new Error(`No channel belongs to account ${found.wabaId}`)
  const value = statusValue(found.template, status, reason)
  return world.sender.enqueue({ channel, lane: found.wabaId, field: 'message_template_status_update', value })
}

const statusValue = ({ id, name, language, category }: Template, event: TemplateStatus, reason: string) => ({
  event,
  message_template_id: Number(id),
  message_template_name: name,
  message_template_language: language,
  message_template_category: category,
  reason,
})
