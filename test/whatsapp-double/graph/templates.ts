import { isRecord, type Json, recordsOf, textOf } from '../json.ts'
import type { Channel } from '../world.ts'
import type { Answer, Call } from './call.ts'
import { invalid, lengthOf, requireList, requireOneOf, requireText } from './check.ts'
import { GraphFailure } from './errors.ts'
import { variablesOf } from './template-check.ts'
import type { Template } from './template-store.ts'

const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION']
const TEMPLATES_PER_ACCOUNT = 250
const PAGE_SIZE = 25

/** The account of a call's id, when one of the token's numbers belongs to it. */
export function accountOf({ channels, id }: Call): Channel {
  const channel = channels.find(one => one.wabaId === id)
  if (!channel) throw new GraphFailure(100, `Object with ID '${id}' does not exist or lacks permissions.`)
  return channel
}

/** `GET /{waba-id}/message_templates`, filtered and in pages. */
export function listTemplates(call: Call): Answer {
  const { world, query } = call
  const { wabaId } = accountOf(call)
  const matching = world.templates
    .of(wabaId)
    .filter(({ name, status, language, category }) =>
      Object.entries({ name, status, language, category }).every(([key, value]) => (query[key] ?? value) === value),
    )
  const limit = Number(query.limit ?? PAGE_SIZE)
  const from = query.after ? Number(Buffer.from(query.after, 'base64').toString()) : 0
  const page = matching.slice(from, from + limit)
  const cursor = (at: number) => Buffer.from(String(at)).toString('base64')
  const cursors = { before: cursor(from), after: cursor(from + page.length) }
  const hasMore = from + page.length < matching.length
  const path = `${world.url}/${wabaId}/message_templates?limit=${limit}&after=${cursors.after}`
  return { body: { data: page.map(shown), paging: { cursors, ...(hasMore && { next: path }) } } }
}

export const shown = (template: Template) => ({ ...template, quality_score: { score: 'UNKNOWN' } })

/** `POST /{waba-id}/message_templates`: a new template, waiting to be reviewed. */
export function createTemplate(call: Call): Answer {
  const { world, body } = call
  const { wabaId } = accountOf(call)
  if (!isRecord(body)) throw new GraphFailure(100, 'The body must be a JSON object.')
  const name = requireText(body, 'name', { max: 512, path: 'name' })
  if (!/^[a-z0-9_]+$/.test(name)) throw new GraphFailure(100, 'Param name may hold a-z, 0-9 and _ only.')
  const language = requireText(body, 'language', { max: 20, path: 'language' })
  const category = requireOneOf(body, 'category', CATEGORIES, 'category')
  const isNamed = textOf(body.parameter_format)?.toLowerCase() === 'named'
  const components = requireList(body, 'components', { min: 1, max: 10, path: 'components' })
  checkComponents(components)
  const known = world.templates.of(wabaId)
  if (known.length >= TEMPLATES_PER_ACCOUNT) throw new GraphFailure(80007, 'The account has reached its 250 templates.')
  if (world.templates.find(wabaId, name, language)) {
    throw new GraphFailure(100, `There is already ${language} content for this template.`)
  }
  const parameterFormat = isNamed ? 'NAMED' : 'POSITIONAL'
  const { id, status } = world.templates.add(wabaId, { name, language, category, components, parameterFormat })
  return { body: { id, status, category } }
}

/** `POST /{template-id}`: new components or category, to be reviewed again. */
export function editTemplate(call: Call, template: Template): Answer {
  const { body } = call
  if (!isRecord(body)) throw new GraphFailure(100, 'The body must be a JSON object.')
  if (body.components !== undefined) {
    const components = requireList(body, 'components', { min: 1, max: 10, path: 'components' })
    checkComponents(components)
    template.components = components
  }
  if (body.category !== undefined) template.category = requireOneOf(body, 'category', CATEGORIES, 'category')
  template.status = 'PENDING'
  return { body: { success: true } }
}

/** `DELETE /{waba-id}/message_templates?name=`: all its languages. */
export function deleteTemplate(call: Call): Answer {
  const { wabaId } = accountOf(call)
  const removed = call.world.templates.remove(wabaId, template => template.name === call.query.name)
  if (removed === 0) throw new GraphFailure(100, 'Message template was not found.')
  return { body: { success: true } }
}

function checkComponents(components: Json[]) {
  const types = components.map(component => textOf(component.type)?.toUpperCase())
  if (!types.includes('BODY')) throw new GraphFailure(100, 'A template needs a component of type BODY.')
  for (const component of components) {
    const type = textOf(component.type)?.toUpperCase()
    const path = `components['${type}']['text']`
    if (type === 'BODY') checkVariables(requireText(component, 'text', { max: 1024, path }), component, path)
    if (type === 'FOOTER') requireText(component, 'text', { max: 60, path })
    if (type === 'HEADER' && (textOf(component.format)?.toUpperCase() ?? 'TEXT') === 'TEXT') {
      const text = requireText(component, 'text', { max: 60, path })
      if (variablesOf(text).length > 1) throw invalid(path, 'may hold one variable.')
    }
    if (type === 'BUTTONS') checkTemplateButtons(component)
  }
}

function checkVariables(text: string, component: Json, path: string) {
  if (/^\s*\{\{|\}\}\s*$/.test(text)) throw invalid(path, 'must not begin or end with a variable.')
  if (variablesOf(text).length > 0 && !isRecord(component.example))
    throw invalid(path, 'needs an example of its variables.')
}

function checkTemplateButtons(component: Json) {
  const path = "components['BUTTONS']['buttons']"
  const buttons = requireList(component, 'buttons', { min: 1, max: 10, path })
  const count = (type: string) =>
    recordsOf(buttons).filter(button => textOf(button.type)?.toUpperCase() === type).length
  if (count('URL') > 2) throw invalid(path, 'may hold 2 URL buttons.')
  if (count('PHONE_NUMBER') > 1) throw invalid(path, 'may hold 1 phone button.')
  if (count('COPY_CODE') > 1) throw invalid(path, 'may hold 1 copy-code button.')
  for (const button of buttons) {
    const text = textOf(button.text)
    if (text !== undefined && lengthOf(text) > 25) throw invalid(path, 'button text: at most 25 characters.')
    if (button.url !== undefined) requireText(button, 'url', { max: 2000, path: `${path}['url']` })
  }
}
