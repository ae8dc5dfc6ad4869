import { type Json, recordsOf, textOf } from '../json.ts'
import type { Channel, World } from '../world.ts'
import { onlyKeys, optionalText, requireRecord, requireText } from './check.ts'
import { GraphFailure } from './errors.ts'
import type { HeaderMedia } from './interactive.ts'
import type { Template } from './template-store.ts'

const BY_STATUS: Record<string, { code: number; details: string }> = {
  PAUSED: { code: 132015, details: 'Template is paused due to low quality.' },
  DISABLED: { code: 132016, details: 'Template is disabled for low quality.' },
}

/** The variables of a template text in the order of their first use: `1`, `2` or names. */
export const variablesOf = (text: string) => [
  ...new Set([...text.matchAll(/\{\{\s*([a-z0-9_]+)\s*\}\}/gi)].map(match => match[1] ?? '')),
]

/** Finds the template of a message and checks that its parameters are what the template asks for. */
export function checkTemplate(
  world: World,
  channel: Channel,
  part: Json,
): { template: Template; media: HeaderMedia[] } {
  onlyKeys(part, 'template', ['name', 'language', 'components', 'namespace'])
  const name = requireText(part, 'name', { max: 512, path: "template['name']" })
  const language = requireRecord(part, 'language', "template['language']")
  const code = requireText(language, 'code', { max: 20, path: "template['language']['code']" })
  const template = world.templates.find(channel.wabaId, name, code)
  const refusal = template && BY_STATUS[template.status]
  if (refusal) throw new GraphFailure(refusal.code, refusal.details)
  if (template?.status !== 'APPROVED') {
    throw new GraphFailure(132001, `template name (${name}) does not exist in ${code}`)
  }
  const given = recordsOf(part.components)
  const media: HeaderMedia[] = []
  for (const component of template.components) {
    const type = (textOf(component.type) ?? '').toLowerCase()
    if (type === 'header' || type === 'body') media.push(...checkComponent(template, type, component, given))
  }
  checkButtons(template, given)
  return { template, media }
}

const parametersOf = (given: Json[], type: string) =>
  recordsOf(given.find(component => (textOf(component.type) ?? '').toLowerCase() === type)?.parameters)

function checkComponent(template: Template, type: string, component: Json, given: Json[]): HeaderMedia[] {
  const parameters = parametersOf(given, type)
  const format = (textOf(component.format) ?? 'TEXT').toLowerCase()
  if (type === 'header' && format !== 'text') return checkMediaHeader(format, parameters)
  const wanted = variablesOf(textOf(component.text) ?? '')
  if (parameters.length !== wanted.length) {
    throw new GraphFailure(
      132000,
      `${type}: number of localizable_params (${parameters.length}) does not match the expected number of params (${wanted.length})`,
    )
  }
  const texts = parameters.map((parameter, index) => checkParameter(template, type, parameter, wanted, index))
  const filled = texts.reduce((sum, text) => sum + text.length, textOf(component.text)?.length ?? 0)
  if (type === 'body' && filled > 1024 + wanted.join('').length + 4 * wanted.length) {
    throw new GraphFailure(132005, 'Translated text too long: the filled-in body exceeds 1024 characters.')
  }
  return []
}

function checkMediaHeader(format: string, parameters: Json[]): HeaderMedia[] {
  const [parameter] = parameters
  if (!parameter)
    throw new GraphFailure(132012, `header: Format mismatch, expected ${format.toUpperCase()}, received UNKNOWN`)
  if (parameter.type !== format) {
    throw new GraphFailure(132012, `header: Format mismatch, expected ${format}, received ${String(parameter.type)}`)
  }
  if (format === 'location') return []
  return [{ kind: format, part: requireRecord(parameter, format, `header['${format}']`) }]
}

function checkParameter(template: Template, type: string, parameter: Json, wanted: string[], index: number): string {
  const name = textOf(parameter.parameter_name)
  if (template.parameter_format === 'NAMED' && (name === undefined || !wanted.includes(name))) {
    throw new GraphFailure(132012, `${type}: parameter_name ${name ?? '(none)'} is not a parameter of the template`)
  }
  if (parameter.type === 'currency' || parameter.type === 'date_time') return ''
  if (parameter.type !== 'text') throw new GraphFailure(132012, `${type}: parameter ${index} must be of type text`)
  const text = requireText(parameter, 'text', { max: 32_768, path: `${type} parameter ${index}` })
  if (/[\n\t]| {5,}/.test(text)) {
    throw new GraphFailure(132018, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces')
  }
  return text
}

/** A URL button with a variable needs its text; what is given must fit the button at that place. */
function checkButtons(template: Template, given: Json[]) {
  const buttons = recordsOf(template.components.find(component => component.type === 'BUTTONS')?.buttons)
  const answers = given.filter(component => (textOf(component.type) ?? '').toLowerCase() === 'button')
  for (const answer of answers) {
    const button = buttons[Number(answer.index)]
    const kind = (textOf(answer.sub_type) ?? '').toLowerCase()
    if (!button || (textOf(button.type) ?? '').toLowerCase() !== kind) {
      throw new GraphFailure(132012, `button at index ${String(answer.index)} is not of type ${kind}`)
    }
    for (const parameter of recordsOf(answer.parameters)) {
      optionalText(parameter, 'payload', { max: 128, path: "button['payload']" })
    }
  }
  buttons.forEach((button, index) => {
    const needsText = variablesOf(textOf(button.url) ?? '').length > 0
    const hasText = answers.some(answer => Number(answer.index) === index && recordsOf(answer.parameters).length > 0)
    if (needsText && !hasText)
      throw new GraphFailure(131008, `Button at index ${index} of type Url requires a parameter`)
  })
}

/** A template text with its parameters in their places. */
export function fillIn(text: string, parameters: Json[]): string {
  return text.replace(/\{\{\s*([a-z0-9_]+)\s*\}\}/gi, (whole, name: string) => {
    const found = parameters.find(parameter => parameter.parameter_name === name) ?? parameters[Number(name) - 1]
    return textOf(found?.text) ?? whole
  })
}
