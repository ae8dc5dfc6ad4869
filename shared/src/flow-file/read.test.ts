import { demoTowns } from '@pregoner/seeds'
import { describe, expect, test } from 'vitest'
import { hostileFiles } from '../../../test/hostile-files.ts'
import { smallFlow } from '../../../test/small-flow.ts'
import { interfaceLanguages } from '../language.ts'
import { nodeTypes } from '../nodes/index.ts'
import { describeFault } from './describe.ts'
import { MAX_FLOW_FILE_BYTES, writeFlowFile } from './flow-file.ts'
import { readFlowFile } from './read.ts'
import { withOwnIds } from './renamed.ts'
import { faultsCa } from './words/ca.ts'

const town = { key: 'vila', name: 'Vila' }
const MOST_MS = 3_000 // of work for a file of four megabytes, with the collection of what it leaves behind

describe('a file from outside', () => {
  test.each(hostileFiles)('$name is refused, and it is said why and where', ({ text, codes, step, field }) => {
    const before = process.cpuUsage()
    const read = readFlowFile(text)
    const { user, system } = process.cpuUsage(before) // in microseconds; however busy the machine is with other things
    expect((user + system) / 1_000).toBeLessThan(MOST_MS)
    expect(read.ok ? [] : read.faults.map(({ code }) => code)).toEqual(codes)
    const [first] = read.ok ? [] : read.faults
    if (step !== undefined) expect(first?.step).toBe(step)
    if (field !== undefined) expect(first?.field).toBe(field)
    for (const fault of read.ok ? [] : read.faults) {
      for (const language of interfaceLanguages) {
        const words = describeFault(fault, language)
        expect(words).not.toMatch(/[{}]|undefined|\[object|[\u200b-\u200f\u202a-\u202e\u2060-\u2069]/)
        expect(words.length).toBeGreaterThan(10)
      }
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('says where in the officer’s words', () => {
    const flow = smallFlow('a')
    const nodes = flow.nodes.map(node =>
      node.id === 'greet' ? { ...node, name: 'Benvinguda', config: { ...node.config, text: 7 } } : node,
    )
    const read = readFlowFile(JSON.stringify({ ...flow, nodes }))
    const said = read.ok
      ? []
      : interfaceLanguages.map(language => read.faults.map(fault => describeFault(fault, language)))
    expect(said.map(sentences => sentences[0])).toEqual([
      'Pas 2 («Benvinguda»), camp «Text». El que hi ha no és del tipus que toca.',
      'Paso 2 («Benvinguda»), campo «Texto». Lo que hay no es del tipo que corresponde.',
      'Passo 2 («Benvinguda»), campo «Testo». Quello che c’è non è del tipo giusto.',
      'Step 2 (“Benvinguda”), field “Text”. What is there is not of the right kind.',
    ])
  })
})

describe('a file of our own', () => {
  const drawings = demoTowns(new Date('2026-11-23T09:00:00Z')).flatMap(demo =>
    demo.flows.map(flow => ({
      name: `${demo.town.key} ${flow.id}`,
      flow,
      others: demo.flows.filter(other => other !== flow),
    })),
  )

  test.each(drawings)('comes back as it was: $name', ({ flow, others }) => {
    const file = { town, things: [], flow, subflows: others }
    expect(readFlowFile(writeFlowFile(file))).toEqual({ ok: true, file })
    expect(readFlowFile(JSON.stringify(flow))).toEqual({
      ok: true,
      file: { town: null, things: [], flow, subflows: [] },
    })
  })

  test('may hold every kind of step as it is first drawn', () => {
    const nodes = nodeTypes.map(({ type, blank }, index) => ({
      id: `n${index}`,
      type,
      position: { x: 0, y: 0 },
      config: { ...blank },
    }))
    const read = readFlowFile(JSON.stringify({ ...smallFlow('blank'), nodes, edges: [] }))
    expect(read.ok ? [] : read.faults).toEqual([])
  })

  test('flows get ids of their own, and go on running each other', () => {
    const inner = smallFlow('inner')
    const runs = { id: 'run', type: 'subflow', position: { x: 0, y: 0 }, config: { flowId: 'inner' } }
    const elsewhere = { ...runs, id: 'else', config: { flowId: 'not-in-here' } }
    const outer = { ...smallFlow('outer'), nodes: [...smallFlow('outer').nodes, runs, elsewhere] }
    const [main, sub] = withOwnIds({ town, things: [], flow: outer, subflows: [inner] }, ({ id }) => `new-${id}`)
    expect([main.id, sub?.id]).toEqual(['new-outer', 'new-inner'])
    expect(main.nodes.slice(-2).map(({ config }) => config.flowId)).toEqual(['new-inner', 'not-in-here'])
  })
})

test('every code but two, of what is no text at all or too large for one, is in the table', () => {
  const told = new Set(hostileFiles.flatMap(({ codes }) => codes))
  expect(Object.keys(faultsCa).filter(code => ![...told].some(one => one === code))).toEqual(['too_large', 'not_text'])
})

test('a file of more than four megabytes is not looked into', () => {
  const read = readFlowFile(' '.repeat(MAX_FLOW_FILE_BYTES + 1))
  expect(read.ok ? [] : read.faults.map(({ code }) => code)).toEqual(['too_large'])
})
