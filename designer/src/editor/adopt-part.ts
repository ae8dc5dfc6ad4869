import {
  askNode,
  type Flow,
  type FlowNode,
  type LocalizedText,
  nodeTexts,
  normalize,
  textIn,
  withField,
} from '@pregoner/shared'
import type { ClipThing } from './clipboard.ts'
import { referencesOf } from './exits.ts'
import { type Surroundings, thingKey, thingsNamed, townThings } from './town-things.ts'

/** Something of another town that copied steps name, and what it is here. */
export interface Match {
  key: string
  thing: ClipThing
  /** The id here; null as long as there is none. */
  here: string | null
  /** Found by its id or its name, or said by the officer. */
  by: 'id' | 'name' | 'choice' | null
  /** What it may be here. */
  offers: readonly ClipThing[]
}

const namesOf = ({ name }: ClipThing): Set<string> =>
  new Set(Object.values(name).flatMap(words => (words ? [normalize(words)].filter(Boolean) : [])))

const isNamedAlike = (one: ClipThing, other: ClipThing): boolean => {
  const names = namesOf(one)
  return [...namesOf(other)].some(name => names.has(name))
}

const found = (thing: ClipThing, offers: readonly ClipThing[]): Pick<Match, 'here' | 'by'> => {
  if (offers.some(({ id }) => id === thing.id)) return { here: thing.id, by: 'id' }
  const [first, ...others] = offers.filter(offer => isNamedAlike(thing, offer))
  // Two of the same name: which one is meant is for the officer to say.
  return first && others.length === 0 ? { here: first.id, by: 'name' } : { here: null, by: null }
}

/** What the things that copied steps name are in another town; `chosen` is what the officer has said, by key. */
export const matchesIn = (
  part: Flow,
  things: readonly ClipThing[],
  around: Surroundings,
  chosen: ReadonlyMap<string, string | null> = new Map(),
): Match[] => {
  const here = townThings(around)
  const told = new Map(things.map(thing => [thingKey(thing), thing]))
  const matches = new Map<string, Match>()
  const fallback = around.town.defaultLanguage
  for (const { kind, id, within } of thingsNamed(part)) {
    const key = thingKey({ kind, id, within })
    const thing = told.get(key) ?? { kind, id, within, name: { [fallback]: id } }
    const table = kind === 'column' ? matches.get(thingKey({ kind: 'table', id: within ?? '' }))?.here : undefined
    const offers = here.filter(offer => offer.kind === kind && (kind !== 'column' || offer.within === table))
    const choice = chosen.get(key)
    const isOffered = choice === null || offers.some(offer => offer.id === choice)
    const match = choice !== undefined && isOffered ? { here: choice, by: 'choice' as const } : found(thing, offers)
    matches.set(key, { key, thing, ...match, offers })
  }
  return [...matches.values()]
}

const ROW_NAME = /(\{\{\s*row\.)([^\s|}]+)/g

/** The text of a row with the columns called as they are called here. */
const withColumns = (text: LocalizedText, table: string, here: ReadonlyMap<string, string>): LocalizedText =>
  Object.fromEntries(
    Object.entries(text).map(([language, words]) => [
      language,
      words.replace(ROW_NAME, (whole, begin: string, column: string) => {
        const renamed = here.get(thingKey({ kind: 'column', id: column, within: table }))
        return renamed ? `${begin}${renamed}` : whole
      }),
    ]),
  )

/** A step as it is in another town: it names what is there instead, and no files that only the first one has. */
const adopted = (node: FlowNode, here: ReadonlyMap<string, string>): FlowNode['config'] => {
  const { config } = node
  const withTexts = nodeTexts(node).reduce(
    (changed, { field, text, rowsOf }) =>
      rowsOf ? withField(changed, field, withColumns(text, rowsOf, here)) : changed,
    config,
  )
  const withThings = referencesOf(node).reduce((changed, { kind, id, field, at, within }) => {
    const other = kind === 'node' ? undefined : here.get(thingKey({ kind, id, within }))
    return other ? withField(changed, at ?? field, other) : changed
  }, withTexts)
  return filesIn(node).reduce((changed, field) => withField(changed, field, null), withThings)
}

const filesIn = (node: FlowNode): readonly string[] => askNode(node, (definition, config) => definition.files?.(config))

/** What a pasted step lacks here: something of the town, or a file. */
export type Lack = { node: string } & (
  | { kind: ClipThing['kind']; id: string; name: string }
  | { kind: 'file'; field: string }
)

/** Copied steps as another town has them, and what is still to be chosen in them. */
export const adoptPart = (part: Flow, matches: readonly Match[]): { part: Flow; lacks: Lack[] } => {
  const here = new Map(matches.flatMap(match => (match.here === null ? [] : [[match.key, match.here] as const])))
  const open = new Map(matches.flatMap(match => (match.here === null ? [[match.key, match.thing] as const] : [])))
  const lacks = part.nodes.flatMap((node): Lack[] => [
    ...referencesOf(node).flatMap((reference): Lack[] => {
      if (reference.kind === 'node') return []
      const { kind, id, within } = reference
      const thing = open.get(thingKey({ kind, id, within }))
      return thing
        ? [{ node: node.id, kind, id, name: textIn(thing.name, part.defaultLanguage, part.defaultLanguage) }]
        : []
    }),
    ...filesIn(node).map((field): Lack => ({ node: node.id, kind: 'file', field })),
  ])
  const nodes = part.nodes.map(node => {
    const config = adopted(node, here)
    return config === node.config ? node : { ...node, config }
  })
  return { part: { ...part, nodes }, lacks }
}
