import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { type Flow, nodeDefinition } from '@pregoner/shared'
import express from 'express'
import { build } from 'vite'
import type { Graph } from './bare/bare.ts'

const root = fileURLToPath(new URL('bare', import.meta.url))
const outDir = fileURLToPath(new URL('../../../.cache/bare', import.meta.url))

/** The same steps and ways, with the words a card shows. */
export const graphOf = (flow: Flow): Graph => ({
  nodes: flow.nodes.map(({ id, type, position, config }) => {
    const definition = nodeDefinition(type)
    const parsed = definition?.config.parse(config)
    const text = definition?.texts?.(parsed)[0]?.text.ca ?? ''
    const exits = (definition?.exits(parsed) ?? []).map(exit => exit.id)
    return { id, ...position, title: type, text, exits }
  }),
  edges: flow.edges,
})

/** Builds the bare canvas and serves it with one graph at a time. */
export async function openBarePage() {
  await build({ root, base: './', logLevel: 'error', build: { outDir, emptyOutDir: true, target: 'es2023' } })
  let graph: Graph = { nodes: [], edges: [] }
  const app = express()
  app.get('/graph.json', (_request, response) => void response.json(graph))
  app.use(express.static(outDir))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    show(flow: Flow) {
      graph = graphOf(flow)
    },
    close: () => server.close(),
  }
}
