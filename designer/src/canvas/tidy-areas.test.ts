import { demoTowns } from '@pregoner/seeds'
import { emptyFlow, type Flow, type FlowNode, nodeDefinition } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { changeConfig, moveNodes } from '../editor/edit-nodes.ts'
import { isDecoration } from '../editor/exits.ts'
import { estimatedSize, inside, ownSize } from '../editor/placement.ts'
import { directions, type TidyDirection, tidy } from './tidy.ts'
import { waysInOrder } from './ways-in-order.ts'

const tidied = async (flow: Flow, direction: TidyDirection): Promise<Flow> => {
  const { positions, areas } = await tidy(flow, new Map(), direction)
  return [...areas].reduce(
    (drawing, [id, size]) => {
      const config = drawing.nodes.find(node => node.id === id)?.config
      return changeConfig(drawing, id, { ...config, ...size }, [])
    },
    moveNodes(flow, positions),
  )
}

const areas = (flow: Flow) => flow.nodes.filter(ownSize)
const steps = (flow: Flow) => flow.nodes.filter(node => !isDecoration(node))
const boxOf = (node: FlowNode) => ({ ...node.position, ...estimatedSize(node) })
const touch = (one: FlowNode, other: FlowNode) => {
  const [a, b] = [boxOf(one), boxOf(other)]
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
const touching = (nodes: readonly FlowNode[], others: readonly FlowNode[]) =>
  nodes.flatMap(one => others.filter(other => other !== one && touch(one, other)).map(({ id }) => `${one.id} ${id}`))
const heldBy = (flow: Flow) =>
  new Map(areas(flow).map(area => [area.id, steps({ ...flow, nodes: inside(flow, area) }).map(({ id }) => id)]))

const drawings = demoTowns(new Date('2026-03-02T10:00:00Z')).flatMap(({ flows }) =>
  flows.map(flow => ({ flow, name: flow.name })),
)

describe.each(directions)('tidied to the %s', direction => {
  test.each(drawings)('$name keeps its areas apart and their steps in them', async ({ flow }) => {
    const after = await tidied(flow, direction)
    expect(touching(areas(after), areas(after))).toEqual([])
    expect(heldBy(after)).toEqual(heldBy(flow))
    const held = new Set([...heldBy(flow).values()].flat())
    const loose = steps(after).filter(({ id }) => !held.has(id))
    expect(touching(areas(after), loose)).toEqual([])
    expect(touching(steps(after), steps(after))).toEqual([])
    expect(await tidied(flow, direction)).toEqual(after)
  })
})

test.each(drawings)('$name is read in the order of its options once it is tidied, areas too', async ({ flow }) => {
  for (const direction of directions) {
    const after = await tidied(flow, direction)
    const across = new Map(after.nodes.map(({ id, position }) => [id, direction === 'right' ? position.y : position.x]))
    const ways = waysInOrder(flow).map(({ edge }) => edge)
    const turns = ways.flatMap((edge, index) => {
      const next = ways[index + 1]
      return next?.from === edge.from ? [Math.sign((across.get(next.to) ?? 0) - (across.get(edge.to) ?? 0))] : []
    })
    const count = (sign: number) => turns.filter(turn => turn === sign).length
    expect(count(1)).toBeGreaterThanOrEqual(count(-1))
  }
})

test('areas side by side begin on one line', async () => {
  const flow = drawings.find(({ flow: { id } }) => id === 'canal')?.flow
  if (!flow) throw new Error('Manresa has no channel')
  const after = await tidied(flow, 'right')
  const led = ['marc_socials', 'marc_cedem', 'marc_cita', 'marc_comiat'].map(id =>
    after.nodes.find(each => each.id === id),
  )
  expect(new Set(led.map(area => area?.position.x)).size).toBe(1)
  expect(led.map(area => area?.position.y)).toEqual(led.map(area => area?.position.y ?? 0).sort((a, b) => a - b))
})

const node = (id: string, type: string, x: number, y: number, config: FlowNode['config'] = {}): FlowNode => ({
  id,
  type,
  position: { x, y },
  config: { ...nodeDefinition(type)?.blank, ...config },
})

test('an area within an area stays within it, and so does a note; an empty one stands apart', async () => {
  const flow: Flow = {
    ...emptyFlow('nested', 'Queixes', ['ca']),
    nodes: [
      node('outer', 'frame', 0, 0, { width: 2_000, height: 900 }),
      node('inner', 'frame', 100, 100, { width: 500, height: 500 }),
      node('empty', 'frame', 300, 300, { width: 200, height: 120 }),
      node('apart', 'frame', 4_000, 0, { width: 400, height: 300 }),
      node('held', 'message', 150, 150),
      node('beside', 'message', 900, 150),
      node('note', 'note', 1_400, 150),
      node('start', 'start', -400, 0),
    ],
    edges: [
      { id: '1', from: 'start', exit: 'next', to: 'held' },
      { id: '2', from: 'held', exit: 'next', to: 'beside' },
    ],
  }
  const after = await tidied(flow, 'right')
  const within = (id: string) => inside(after, after.nodes.find(area => area.id === id)!).map(held => held.id)
  expect(within('outer')).toEqual(['inner', 'empty', 'held', 'beside', 'note'])
  expect(within('inner')).toEqual(['empty', 'held'])
  expect(within('apart')).toEqual([])
})
