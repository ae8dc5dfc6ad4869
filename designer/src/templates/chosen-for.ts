import { type FlowNode, normalize, type Reference, type TownData, tableWhens, withField } from '@pregoner/shared'
import { referencesOf } from '../editor/exits.ts'
import { fillIns } from './fill-ins.ts'
import { rowTextOf } from './row-text.ts'

type Candidates = (town: TownData, fits: readonly string[]) => readonly { id: string }[]

const isFitting = (name: string, fits: readonly string[]) =>
  normalize(name)
    .split(' ')
    .some(word => fits.some(beginning => word.startsWith(beginning)))

/** What may be meant by a reference left open; kinds not told of here are always left to the officer. */
const candidates: { readonly [Kind in Reference['kind']]?: Candidates } = {
  calendar: town => town.calendars,
  department: town => town.departments,
  topic: town => town.topics,
  table: (town, fits) => town.tables.filter(({ name }) => isFitting(name, fits)),
}

const rowsMarkers = Object.values(fillIns.rows.names).map(name => `[[${name}]]`)

function withRows(config: unknown, text: string): unknown {
  if (typeof config === 'string') return rowsMarkers.includes(config) ? text : config
  if (Array.isArray(config)) return config.map(item => withRows(item, text))
  if (typeof config !== 'object' || config === null) return config
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, withRows(value, text)]))
}

/** The config with the wording of a table's rows where it has been left open. */
export function withRowText<Config extends object>(config: Config, town: TownData, tableId: string): Config {
  const table = town.tables.find(({ id }) => id === tableId)
  const when = 'when' in config ? tableWhens.find(known => known === config.when) : undefined
  return table ? { ...config, ...Object(withRows(config, rowTextOf(table, when ?? 'any'))) } : config
}

/** Empty places in lists, which nothing has been chosen for. */
const withoutBlanks = (config: FlowNode['config']): FlowNode['config'] =>
  Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter(item => item !== '') : value,
    ]),
  )

/** A step of a template with what it names chosen, wherever the town has exactly one thing that fits. */
export function chosenFor(node: FlowNode, town: TownData, fits: readonly string[]): FlowNode['config'] {
  const open = referencesOf(node).filter(({ id }) => id === '')
  const config = open.reduce((before, { kind, field }) => {
    const [only, ...others] = candidates[kind]?.(town, fits) ?? []
    if (!only || others.length > 0) return before
    const chosen = withField(before, field, only.id)
    return kind === 'table' ? withRowText(chosen, town, only.id) : chosen
  }, node.config)
  return withoutBlanks(config)
}
