import { type Flow, type FlowNode, nodeDefinition, normalize, type Trigger } from '@pregoner/shared'
import { paste } from '../editor/clipboard.ts'
import { connect } from '../editor/edit-edges.ts'
import type { Position } from '../editor/edit-nodes.ts'
import { canBeEntered, isDecoration } from '../editor/exits.ts'
import type { MakeId } from '../editor/identifiers.ts'
import { estimatedSize } from '../editor/placement.ts'
import { type Drawn, withTemplate } from './drawn-for.ts'

const GAP = 96 // pixels between what is there and what comes in

function triggersOf({ type, config }: FlowNode): readonly Trigger[] {
  const definition = nodeDefinition(type)
  const parsed = definition?.config.safeParse(config)
  return parsed?.success ? (definition?.triggers?.(parsed.data) ?? []) : []
}

/** What sets a flow off, as something that can be compared: each keyword, or the kind of the trigger. */
const setOffBy = (node: FlowNode): string[] =>
  triggersOf(node).flatMap(trigger => {
    if (trigger.kind === 'keyword') return Object.values(trigger.words).flatMap(words => words.map(normalize))
    return trigger.kind === 'link' ? [`link ${trigger.code}`] : [`any ${trigger.kind}`]
  })

/** The part without the starts whose words this flow has already, and the step each of them leads to. */
function withoutTakenStarts(flow: Flow, part: Drawn): Drawn {
  const taken = new Set(flow.nodes.flatMap(setOffBy))
  const gone = new Set(part.nodes.filter(node => setOffBy(node).some(word => taken.has(word))).map(({ id }) => id))
  return {
    ...part,
    nodes: part.nodes.filter(({ id }) => !gone.has(id)),
    edges: part.edges.filter(({ from }) => !gone.has(from)),
  }
}

/** Where a conversation comes in: behind the first start. */
const entryOf = ({ nodes, edges }: Drawn): string | undefined => {
  const start = nodes.find(node => !canBeEntered(node) && !isDecoration(node))
  return edges.find(({ from }) => from === start?.id)?.to
}

const belowAll = ({ nodes }: Flow): Position => ({
  x: Math.min(...nodes.map(({ position }) => position.x)),
  y: Math.max(...nodes.map(node => node.position.y + estimatedSize(node).height)) + GAP,
})

/** The exit that shall lead into the part. */
export interface Behind {
  readonly node: string
  readonly exit: string
}

/** What came of inserting: the new drawing, the ids of the new steps, and the one a conversation comes in by. */
export type Inserted = readonly [flow: Flow, added: string[], entry: string | undefined]

/** Puts a part below what is drawn, under new ids, and lets an open exit lead into it. */
export function insertPart(flow: Flow, drawn: Drawn, behind: Behind | null, makeId: MakeId): Inserted {
  const part = withoutTakenStarts(flow, drawn)
  const isFirst = flow.nodes.length === 0
  const at = isFirst ? { x: 0, y: 0 } : belowAll(flow)
  const [pasted, ids] = paste(flow, withTemplate(flow, part), at, makeId)
  const entry = ids.get(entryOf(drawn) ?? '')
  const menu = isFirst && drawn.mainMenu ? ids.get(drawn.mainMenu) : undefined
  const whole = menu ? { ...pasted, settings: { ...pasted.settings, mainMenu: menu } } : pasted
  const joined =
    behind && entry ? connect(whole, { id: makeId('edge'), from: behind.node, exit: behind.exit, to: entry }) : whole
  return [joined, [...ids.values()], entry]
}
