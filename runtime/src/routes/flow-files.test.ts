import { describeFault, flowDraft, flowFault, readFlowFile } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { hostileFiles } from '../../../test/hostile-files.ts'
import { smallFlow } from '../../../test/small-flow.ts'

const PATH = '/towns/vila/flows/import'
let api: TestApi
let officer: Client
beforeAll(async () => {
  api = await startTestApi()
  officer = await api.signedIn('officer@vila.example')
}, 60_000)
afterAll(() => api.close())

const stored = async () => (await api.deps.flows.list('vila')).map(({ id }) => id)
const upload = (text: string | Buffer) => officer.post(PATH, Buffer.from(text))

test.each(hostileFiles)('X16: $name is refused as the browser refuses it, and nothing is stored', async ({ text }) => {
  const before = await stored()
  const { status, body } = await upload(text)
  expect([status, body.code]).toEqual([422, 'bad_file'])
  const faults = z.array(flowFault).parse(body.problems)
  const read = readFlowFile(text)
  expect(faults).toEqual(read.ok ? [] : read.faults)
  expect(faults.length).toBeGreaterThan(0)
  expect(await stored()).toEqual(before)
})

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), 422],
  ['more than four megabytes', Buffer.alloc(4 * 1024 * 1024 + 1, ' '), 413],
])('X5: %s is refused before it is read', async (_name, bytes, status) => {
  const answer = await upload(bytes)
  expect(answer.status).toBe(status)
  if (status === 422) expect(answer.body.problems.map(({ code }: { code: string }) => code)).toEqual(['not_text'])
})

test('a good file makes a new flow, however often, and leaves those that are there alone', async () => {
  const flow = { ...smallFlow('menu'), name: 'Menú principal' }
  await api.deps.flows.create('vila', { ...smallFlow('menu'), name: 'Ours' }, { by: 'Seed', at: new Date() })
  const [one, other] = [await upload(JSON.stringify(flow)), await upload(JSON.stringify(flow))]
  const drafts = [flowDraft.parse(one.body), flowDraft.parse(other.body)]
  for (const draft of drafts) {
    expect(draft.flow).toEqual({ ...flow, id: draft.flow.id })
    expect(draft.flow.id).toMatch(/^menu-principal-[0-9a-f]{6}$/)
    expect([draft.rev, draft.publishedVersion, draft.changedBy]).toEqual([1, null, 'officer of vila'])
  }
  expect(drafts[0]?.flow.id).not.toBe(drafts[1]?.flow.id)
  expect((await api.deps.flows.draft('vila', 'menu'))?.flow.name).toBe('Ours')
})

test('flows inside a file come along under their new ids', async () => {
  const runs = { id: 'run', type: 'subflow', position: { x: 0, y: 300 }, config: { flowId: 'inner' } }
  const flow = { ...smallFlow('outer'), nodes: [...smallFlow('outer').nodes, runs] }
  const document = {
    pregoner: 'flow',
    formatVersion: 1,
    town: { key: 'x', name: 'X' },
    things: [],
    flow,
    subflows: [smallFlow('inner')],
  }
  const draft = flowDraft.parse((await upload(JSON.stringify(document))).body)
  const flowId = z.string().parse(draft.flow.nodes.at(-1)?.config.flowId)
  expect(flowId).toMatch(/^flow-inner-[0-9a-f]{6}$/)
  expect((await api.deps.flows.draft('vila', flowId))?.flow.nodes).toEqual(smallFlow('inner').nodes)
})

test('what is refused when a draft is saved can be said in words, too', async () => {
  const { body } = await officer.send('PUT', '/towns/vila/flows/menu', {
    rev: 1,
    flow: { ...smallFlow('menu'), formatVersion: 9 },
  })
  const [fault] = z.array(flowFault).parse(body.problems)
  expect(fault && describeFault(fault, 'ca')).toContain('versió més nova de Pregoner')
})

test('when one of several flows cannot be stored none is', async () => {
  const inner = (name: string) => ({ ...smallFlow(name), name })
  const document = {
    ...{ pregoner: 'flow', formatVersion: 1, town: { key: 'vila', name: 'Vila' }, things: [] },
    ...{ flow: smallFlow('outer'), subflows: ['one', 'two', 'three'].map(inner) },
  }
  const { create } = api.deps.flows
  for (const failing of [1, 2, 3, 4]) {
    const before = await stored()
    const lines = await api.deps.audit.newest('vila', 100)
    let tries = 0
    api.deps.flows.create = async (...flow) => {
      tries += 1
      if (tries === failing) throw new Error('disk full')
      return create(...flow)
    }
    const { status } = await upload(JSON.stringify(document))
    api.deps.flows.create = create
    expect([status, await stored()]).toEqual([500, before])
    expect(await api.deps.audit.newest('vila', 100)).toEqual(lines)
  }
})
