import { emptyFlow, type Flow } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { indexCounts, noCounts } from '../counts/counts-index.ts'
import { renameNode } from '../editor/edit-nodes.ts'
import { indexProblems, noProblems } from '../editor/facts.ts'
import { freshNode } from '../editor/fresh-node.ts'
import { createNodeLabels } from '../editor/node-label.ts'
import { type CanvasNode, createCanvasNodes } from './canvas-node.ts'

const STEPS = 1_000
const steps = Array.from({ length: STEPS }, (_, at) => ({ ...freshNode('message'), id: `n${at}` }))
const drawing: Flow = { ...emptyFlow('main', 'Main', ['ca']), nodes: steps }
const counts = indexCounts(
  {
    ...{ flowId: 'main', period: '7d', exits: [], waits: [], notUnderstood: [] },
    here: [{ node: 'n7', count: 3, since: '2026-11-21T08:00:00.000Z' }],
  },
  false,
  'numbers',
)
const lacking = {
  node: 'n7',
  edge: null,
  code: 'branch_empty',
  severity: 'error',
  field: null,
  values: {},
  fix: null,
} as const

/** A canvas with all the steps, drawn again with what has changed. */
function canvas() {
  const make = createCanvasNodes()
  const labels = createNodeLabels()
  return (flow: Flow, given: { known?: object; dragged?: string } = {}): CanvasNode[] => {
    const known = {
      language: 'ca',
      screenLanguage: 'ca',
      problems: noProblems,
      counts: noCounts,
      ...given.known,
    } as const
    const said = labels(flow, known)
    return make(
      flow.nodes.map(node => ({
        ...{ node, measured: undefined, isCulled: true, isResizing: false, isSelected: false, isTabStop: false },
        position: node.id === given.dragged ? { x: 5, y: 5 } : node.position,
        ...{ isReadOnly: false, label: said.get(node.id) ?? '' },
      })),
    )
  }
}

const changes: [string, (draw: ReturnType<typeof canvas>) => CanvasNode[]][] = [
  ['a letter', draw => draw(renameNode(drawing, 'n7', 'A name'))],
  ['a move', draw => draw(drawing, { dragged: 'n7' })],
  ['new counts', draw => draw(drawing, { known: { counts } })],
  ['a new finding', draw => draw(drawing, { known: { problems: indexProblems([lacking]) } })],
  ['a check that finds the same', draw => draw(drawing, { known: { problems: indexProblems([]) } })],
]
test.each(changes)('of a thousand steps %s draws one anew at most', (what, change) => {
  const draw = canvas()
  const before = draw(drawing)
  const after = change(draw)
  const drawn = after.filter((node, at) => node !== before[at])
  expect(drawn.map(({ id }) => id)).toEqual(what === 'a check that finds the same' ? [] : ['n7'])
})
