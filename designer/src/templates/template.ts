import { edge, flowNode, id, localizedText } from '@pregoner/shared'
import { z } from 'zod'
import { fetchPart } from '../api/fetch-part.ts'

/**
 * A drawing to begin with, its texts and the names of its steps in all languages of the screens. What only a town knows
 * is left open: references are empty, and texts hold `[[phone]]` and the like, see `fill-ins.ts`.
 */
export const template = z.strictObject({
  /** A channel stands alone; a part goes into another flow, too. */
  kind: z.enum(['channel', 'part']),
  mainMenu: id.nullable(),
  /** How the name of the table begins or goes that a step looks up, in any language. */
  fits: z.record(id, z.array(z.string())),
  nodes: z.array(flowNode.extend({ name: localizedText() })),
  edges: z.array(edge),
})
export type Template = z.infer<typeof template>

/** Every template, in the order of the gallery: whole channels first. */
export const templateNames = [
  'town-channel',
  'notices-channel',
  'welcome',
  'incident',
  'mailbox',
  'notices',
  'pharmacies',
  'contact',
  'agenda',
  'survey',
] as const
export type TemplateName = (typeof templateNames)[number]

const drawings = import.meta.glob<unknown>('./drawings/*.json', { import: 'default' })

/** Fetches one template; each is a file of its own, so that pages without the gallery stay light. */
export async function loadTemplate(name: TemplateName): Promise<Template> {
  const load = drawings[`./drawings/${name}.json`]
  if (!load) throw new Error(`There is no template ${name}`)
  return template.parse(await fetchPart(load))
}
