import { z } from 'zod'
import { addDays, fromTownTime } from '../calendar.ts'
import { MAX_BUTTON_BODY_CHARS, MAX_TEXT_CHARS } from '../channel-limits.ts'
import { localizedText } from '../language.ts'
import { defineNode, type Outcome, type Scene } from '../node.ts'
import { phrase } from '../phrases.ts'
import { NOT_UNDERSTOOD, taps } from '../sample.ts'
import { tappedOption } from '../scene.ts'
import { mostRows } from '../table/most-rows.ts'
import { lookUp, rowValue, type Table, tableWhens } from '../table.ts'
import { parseTemplate, renderTemplate } from '../template.ts'
import { understand } from '../understand.ts'

const MAX_MOMENTS = 6
const DAYS_AFTER = 14 // past "this week" as well

const config = z.strictObject({
  tableId: z.string().max(60),
  when: z.enum(tableWhens),
  /** Only rows whose column holds this answer: the contact's neighbourhood. */
  match: z.strictObject({ column: z.string().max(60), answer: z.string().max(60) }).nullable(),
  sortBy: z.string().max(60).nullable(),
  intro: localizedText(),
  /** One row: `{{row.name}}`, `{{row.street}}`. */
  rowText: localizedText(),
  pageSize: z.number().int().min(1).max(20),
  waitMinutes: z.number().positive().max(43_200),
})
type Config = z.infer<typeof config>

function rowsOf(config: Config, scene: Scene, offset: number) {
  const table = scene.town.tables.find(({ id }) => id === config.tableId)
  if (!table) return null
  const match = config.match
    ? { column: config.match.column, value: scene.value(config.match.answer) ?? '' }
    : undefined
  const query = { when: config.when, match, sortBy: config.sortBy ?? undefined, limit: config.pageSize, offset }
  return { table, ...lookUp(table, query, scene.now, scene.town.timeZone, scene.language) }
}

function rowText(config: Config, table: Table, row: Table['rows'][number], scene: Scene): string {
  const template = parseTemplate(scene.label(config.rowText))
  const value = (name: string) => {
    if (!name.startsWith('row.')) return scene.value(name)
    const column = name.slice('row.'.length)
    if (column === 'from' || column === 'to') return row[column] ?? undefined
    const known = table.columns.find(({ id }) => id === column)
    return known && rowValue(row, column, scene.language, scene.defaultLanguage)
  }
  return renderTemplate(template, value, { language: scene.language, timeZone: scene.town.timeZone })
}

function show(config: Config, scene: Scene, offset: number): Outcome {
  const found = rowsOf(config, scene, offset)
  if (!found || found.rows.length === 0) return { exit: offset === 0 ? 'nothing' : 'found' }
  const intro = offset === 0 ? scene.text(config.intro) : ''
  const lines = found.rows.map(row => rowText(config, found.table, row, scene).trim()).filter(Boolean)
  const rows = lines.join(lines.some(line => line.includes('\n')) ? '\n\n' : '\n')
  const text = [intro, rows].filter(Boolean).join('\n\n')
  const next = offset + found.rows.length
  if (next >= found.total) return { exit: 'found', messages: [scene.message(text)] }
  const words = (name: 'more' | 'enough') => phrase(name, scene.language, scene.defaultLanguage)
  return {
    messages: [
      scene.message(text, { choices: [scene.choice('more', words('more')), scene.choice('enough', words('enough'))] }),
    ],
    wait: { kind: 'reply', minutes: config.waitMinutes, memory: { offset: next } },
  }
}

function meantBy(reply: { text: string | null; choiceId: string | null }, scene: Scene) {
  const choices = (['more', 'enough'] as const).map(name => ({
    id: name,
    label: phrase(name, scene.language, scene.defaultLanguage),
  }))
  return understand(choices, { text: reply.text ?? undefined, choiceId: tappedOption(reply, scene) })
}

const offsetOf = (scene: Scene) => {
  const { offset } = (scene.wait?.memory ?? {}) as { offset?: number }
  return offset ?? 0
}

/** Shows the rows of a table that hold now, tomorrow, this week or for an answer, a page at a time. */
export const lookup = defineNode({
  type: 'lookup',
  family: 'decides',
  config,
  blank: {
    tableId: '',
    when: 'now',
    match: null,
    sortBy: null,
    intro: {},
    rowText: {},
    pageSize: 5,
    waitMinutes: 60,
  },
  exits: () => [{ id: 'found' }, { id: 'nothing' }],
  enter: (config, scene) => show(config, scene, 0),
  claims: (_config, reply, scene) => meantBy(reply, scene) !== null,

  resume(config, input, scene) {
    if (input.kind !== 'reply') return { exit: 'found' }
    const meant = meantBy(input, scene)
    return meant?.choiceId === 'more'
      ? { ...show(config, scene, offsetOf(scene)), rule: meant.rule }
      : { exit: 'found' }
  },

  samples: (_config, scene) =>
    (['enough', 'more'] as const).map(name =>
      taps('found', scene.choice(name, phrase(name, scene.language, scene.defaultLanguage))),
    ),
  weighs: ({ match }) => (match ? [{ name: match.answer, values: [NOT_UNDERSTOOD] }] : []),

  moments({ tableId }, { tables, timeZone }) {
    const rows = tables.find(({ id }) => id === tableId)?.rows ?? []
    const days = rows.flatMap(({ from, to }) => [from, to]).filter(day => day !== null)
    const at = (day: string) => fromTownTime(day.slice(0, 10), '12:00', timeZone)
    const last = days.sort().at(-1)
    return [...days.slice(0, MAX_MOMENTS), ...(last ? [addDays(last.slice(0, 10), DAYS_AFTER)] : [])].map(at)
  },

  sends({ intro, rowText, tableId, when, pageSize }, { tables }) {
    const table = tables.find(({ id }) => id === tableId)
    const rows = table ? mostRows(table, when) : 0
    const more = Math.max(0, Math.ceil(rows / pageSize) - 1)
    const texts = [intro, ...Array.from({ length: Math.min(rows, pageSize) }, () => rowText)]
    return {
      first: [{ texts, room: more > 0 ? MAX_BUTTON_BODY_CHARS : MAX_TEXT_CHARS, isOpen: more === 0 }],
      later: { usual: more, most: more },
      muteExits: ['nothing'],
    }
  },

  texts: ({ intro, rowText, tableId }) => [
    { field: 'intro', text: intro, maxChars: MAX_TEXT_CHARS, required: false },
    { field: 'rowText', text: rowText, maxChars: MAX_TEXT_CHARS, required: true, rowsOf: tableId },
  ],
  reads: ({ match }) => (match ? [{ name: match.answer, field: 'match' }] : []),
  refers: ({ tableId, match, sortBy }) => [
    { kind: 'table', id: tableId, field: 'tableId' },
    ...(match
      ? [{ kind: 'column' as const, id: match.column, field: 'match', at: 'match.column', within: tableId }]
      : []),
    ...(sortBy !== null && sortBy !== 'from'
      ? [{ kind: 'column' as const, id: sortBy, field: 'sortBy', within: tableId }]
      : []),
  ],
  faults: ({ match }) =>
    match?.answer === '' ? [{ code: 'match_without_answer', severity: 'error', field: 'match' }] : [],
})
