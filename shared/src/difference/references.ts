import type { Reference } from '../node.ts'
import type { Change, StepName, Thing } from './change.ts'
import { type DrawnStep, exitName } from './drawn-step.ts'
import { isSame } from './pieces.ts'

/** Things of the town named by one field; a list of them counts as one. */
interface Group {
  kind: Reference['kind']
  field: string
  things: readonly Reference[]
}

const at = (config: unknown, field: string): unknown =>
  field
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
      config,
    )

/** Those a field holds by themselves; one among rules and the like is a part of its rule. */
function groups({ references, config }: DrawnStep): Map<string, Group> {
  const found = new Map<string, Group>()
  for (const reference of references) {
    if (at(config, reference.field) !== reference.id) continue
    const field = reference.field.replace(/\.\d+$/, '')
    const { things } = found.get(field) ?? { things: [] }
    found.set(field, { kind: reference.kind, field, things: reference.id === '' ? things : [...things, reference] })
  }
  return found
}

/** The only way into a step when it is one of a menu's options, drawn alike before and after. */
function onlyOption(step: DrawnStep, before: ReadonlyMap<string, DrawnStep>, after: ReadonlyMap<string, DrawnStep>) {
  const waysIn = (steps: ReadonlyMap<string, DrawnStep>) =>
    [...steps.values()].flatMap(from =>
      [...from.targets].flatMap(([exit, to]) => (to === step.node.id ? [{ from, exit }] : [])),
    )
  const [was, is] = [waysIn(before), waysIn(after)]
  const [way] = is
  if (!way || is.length > 1 || was.length > 1) return null
  if (was[0]?.from.node.id !== way.from.node.id || was[0].exit !== way.exit) return null
  const exit = exitName(way.from, way.exit)
  return exit.number === null ? null : { step: way.from.name, exit }
}

/** What a step names otherwise than before, and the fields that are told by it. */
export function referenceChanges(
  was: DrawnStep,
  is: DrawnStep,
  before: ReadonlyMap<string, DrawnStep>,
  after: ReadonlyMap<string, DrawnStep>,
): { changes: Change[]; fields: Set<string> } {
  const [old, now] = [groups(was), groups(is)]
  const fields = new Set([...now.keys(), ...old.keys()])
  const nameOf = (steps: ReadonlyMap<string, DrawnStep>, { kind, id }: Reference): StepName | null =>
    kind === 'node' ? (steps.get(id)?.name ?? null) : null
  const thingsOf = (group: Group | undefined, steps: ReadonlyMap<string, DrawnStep>): Thing[] =>
    (group?.things ?? []).map(one => ({ id: one.id, step: nameOf(steps, one), within: one.within ?? null }))
  const changes = [...fields].flatMap((field): Change[] => {
    const kind = now.get(field)?.kind ?? old.get(field)?.kind
    const [from, to] = [thingsOf(old.get(field), before), thingsOf(now.get(field), after)]
    const ids = (things: Thing[]) => things.map(({ id }) => id).toSorted()
    if (!kind || isSame(ids(from), ids(to))) return []
    const via = kind === 'department' ? onlyOption(is, before, after) : null
    return [{ kind: 'reference', step: is.name, reference: kind, field, before: from, after: to, via }]
  })
  return { changes, fields }
}
