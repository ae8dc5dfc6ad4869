import { type Flow, flow, flowNode, flowSettings, nodeDefinition } from '@pregoner/shared'

const COLUMN_PX = 420
const ROW_PX = 330
const ROWS = 12
const CROSS_SHARE = 10 // one way in ten leads across the drawing
const TEXT = 'Explica’ns què passa i on és. Ho passarem al departament que toca i et direm el número de la petició.'

const configOf = (type: string, more: Record<string, unknown>) =>
  flowNode.shape.config.parse({ ...nodeDefinition(type)?.blank, ...more })

const option = (id: string, label: string) => ({ id, label: { ca: label }, description: {}, synonyms: {} })

/** What the step number `index` is: a menu, a question or a message, as in a real channel. */
function stepOf(index: number): { type: string; config: Flow['nodes'][number]['config']; exits: string[] } {
  const text = { ca: `${index}. ${TEXT}` }
  if (index % 3 === 0) {
    const options = ['Carrers', 'Enllumenat', 'Neteja'].map((label, at) => option(`o${at}`, label))
    return { type: 'menu', config: configOf('menu', { text, options }), exits: ['o0', 'o1', 'o2'] }
  }
  if (index % 3 === 1) {
    return {
      type: 'question',
      config: configOf('question', { text, saveAs: `resposta_${index}` }),
      exits: ['answered'],
    }
  }
  return { type: 'message', config: configOf('message', { text }), exits: ['next'] }
}

/**
 * A drawing of `count` steps as an officer might make it: a start, then menus, questions and messages in columns, each
 * way to the next open step and one in ten across.
 */
export function bigFlow(count: number, id = 'gran'): Flow {
  const trigger = { kind: 'keyword', words: { ca: ['gran'] }, mode: 'exact', saveRestAs: null }
  const nodes: Flow['nodes'] = [
    { id: 'n0', type: 'start', position: { x: 0, y: 0 }, config: configOf('start', { triggers: [trigger] }) },
  ]
  const edges: Flow['edges'] = []
  const open = [{ from: 'n0', exit: 'next' }]
  for (let index = 1; index < count; index++) {
    const { type, config, exits } = stepOf(index)
    const position = { x: COLUMN_PX * (1 + Math.floor(index / ROWS)), y: ROW_PX * (index % ROWS) }
    nodes.push({ id: `n${index}`, type, position, config })
    const way = open.shift()
    if (way) edges.push({ id: `e${edges.length}`, ...way, to: `n${index}` })
    open.push(...exits.map(exit => ({ from: `n${index}`, exit })))
  }
  for (const [at, way] of open.slice(0, Math.floor(count / CROSS_SHARE)).entries()) {
    edges.push({ id: `x${at}`, ...way, to: `n${1 + ((at * 97) % (count - 1))}` })
  }
  return flow.parse({
    ...{ formatVersion: 1, id, name: `Dibuix de ${count} passos`, languages: ['ca'], defaultLanguage: 'ca' },
    ...{ nodes, edges, settings: flowSettings.parse({}) },
  })
}
