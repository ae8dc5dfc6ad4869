import { emptyFlow, type Flow, type Language, languageCodes, nodeDefinition } from '@pregoner/shared'

export interface DrawnNode {
  type: string
  /** What differs from a freshly dropped node. */
  config?: Record<string, unknown>
  name?: string
}

/** A node whose config begins as the blank one of its type. */
export const node = (type: string, config: Record<string, unknown> = {}, name?: string): DrawnNode => ({
  type,
  config,
  ...(name === undefined ? {} : { name }),
})

export const start = (...words: string[]): DrawnNode =>
  node('start', { triggers: [{ kind: 'keyword', words: { ca: words }, mode: 'exact', saveRestAs: null }] })

export const say = (ca: string, others: { [Code in Language]?: string } = {}): DrawnNode =>
  node('message', { text: { ca, ...others } })

/** A menu of options by their Catalan labels; `a`, `b`, `c`… are their ids. */
export const menu = (labels: string[], config: Record<string, unknown> = {}): DrawnNode =>
  node('menu', {
    text: { ca: 'Què vols fer?' },
    options: labels.map((ca, index) => option(String.fromCharCode(97 + index), ca)),
    ...config,
  })

export const option = (id: string, ca: string, more: Record<string, unknown> = {}) => ({
  id,
  label: { ca },
  description: {},
  synonyms: {},
  ...more,
})

export const ask = (saveAs: string, config: Record<string, unknown> = {}): DrawnNode =>
  node('question', { text: { ca: 'Digues.' }, saveAs, ...config })

export const end: DrawnNode = { type: 'end' }

/** An end that says something, in every language. */
export const goodbye = node('end', { text: Object.fromEntries(languageCodes.map(code => [code, 'Adéu'])) })

/** A flow of nodes by id and ways such as `start.next > menu`. */
export function drawnFlow(nodes: Record<string, DrawnNode>, ways: string[], more: Partial<Flow> = {}): Flow {
  return {
    ...emptyFlow('main', 'Main', ['ca']),
    nodes: Object.entries(nodes).map(([id, { type, config, ...rest }]) => ({
      id,
      type,
      position: { x: 0, y: 0 },
      config: { ...Object(nodeDefinition(type)?.blank), ...config },
      ...rest,
    })),
    edges: ways.map((way, index) => {
      const [from = '', exit = '', to = ''] = way.split(/\.| > /)
      return { id: `e${index}`, from, exit, to }
    }),
    ...more,
  }
}
