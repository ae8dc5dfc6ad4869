import type { Session } from '../session.ts'
import type { Target } from './targets.ts'
import type { Tree, Turn } from './tree.ts'

/** Where somebody stands: equal keys mean that all that follows is the same; equal places, at least the same step. */
export interface Situation {
  place: string
  key: string
}

/** What the walk knows under a name; of consents, only what counts. */
function valueUnder({ answers, contact }: Session, name: string): unknown {
  if (name === 'contact.consents')
    return contact.consents.map(({ purpose, version, accepted }) => [purpose, version, accepted])
  if (name === 'contact.labels') return contact.labels
  if (name === 'contact.subscriptions') return contact.subscriptions
  if (name === 'contact.language') return contact.language
  const field = name.startsWith('contact.') ? name.slice('contact.'.length) : null
  const [record, key] = field === null ? [answers, name] : [contact.fields, field]
  return Object.hasOwn(record, key) ? record[key] : null
}

/** The situation after a turn, as far as it decides what follows; `names` are those whose values do. */
export function situation({ standing: { session } }: Turn, names: ReadonlySet<string>): Situation {
  const { wait, frames, status } = session
  const here = status === 'waiting' && wait ? [wait.node, wait.attempts, wait.memory ?? null] : status
  const place = JSON.stringify([frames.map(({ flowId, node }) => [flowId, node]), here])
  return { place, key: JSON.stringify([place, ...[...names].map(name => valueUnder(session, name))]) }
}

/** Where somebody stands, whatever was answered before: enough to say "goes on as there". */
export const placeOf = (turn: Turn): string => situation(turn, new Set()).place

/** The names that decide about exits nobody has taken yet. */
export function weighedNames({
  tree,
  targets,
  covered,
}: {
  tree: Tree
  targets: ReadonlyMap<string, Target>
  covered: ReadonlyMap<string, Turn>
}): ReadonlySet<string> {
  const open = [...targets].filter(([key]) => !covered.has(key)).map(([, { node }]) => node)
  const names = [...new Set(open)].flatMap(id => {
    const node = tree.root.nodes.get(id)
    return node?.definition.weighs?.(node.config).map(({ name }) => name) ?? []
  })
  return new Set(names.sort())
}
