import type { InputOf } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import { officer } from '../../../test/faults/scripts.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import type { IncidentRow } from '../stores/incident-rows.ts'

let lab: Lab
let life: Life
let people = 0
let phone: string

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab?.close())
beforeEach(() => {
  life = lab.begin()
  phone = `34611${String(people++).padStart(6, '0')}`
})
afterEach(() => life.pipeline.stop())

const DAY_MS = 24 * 3_600_000
const takes = async (...happenings: (() => Promise<unknown>)[]) => {
  for (const happen of happenings) {
    await happen()
    await lab.settle(life)
  }
}
const says =
  (text: string, id = text) =>
  () =>
    life.pipeline.receive.items(lab.channel, [lab.message(phone, id, text)])
const passes = (ms: number) => async () => lab.clock.advance(ms)
const answers =
  (text: string, event: 'answered' | 'closed' = 'answered') =>
  async () => {
    await officer(event, text)(life, lab, phone)
  }
const talking = () => takes(says('hola'), says('Parlar'), says('Bon dia'))

/** What the person got: words, and templates in brackets. */
const heard = () =>
  lab.platform.handedOver
    .filter(({ to }) => to.value === phone)
    .map(({ message: { text, template } }) =>
      template ? `[${template.name} ${template.languageCode} ${template.parameters.length}]` : text,
    )
const incident = async () => {
  const row = await lab.connection.collection<IncidentRow>('incidents').findOne({ convId: lab.convIdOf(phone) })
  return row?.entries.slice(1).map(({ kind, text, delivery }) => [kind, text, delivery]) ?? []
}
const conversation = () =>
  lab.connection.collection<Conversation>('conversations').findOne({ _id: lab.convIdOf(phone) })

test('within 24 hours an answer goes out at once', async () => {
  await talking()
  await takes(passes(DAY_MS - 60_000), answers('Digui'))
  expect(heard().at(-1)).toBe('Digui')
  expect((await conversation())?.parked ?? null).toBeNull()
})

test('after 24 hours a template asks for a reply, and the answers go out on it, in order and once', async () => {
  await talking()
  await takes(passes(DAY_MS), answers('Digui'), answers('Adéu', 'closed'))
  expect(heard().at(-1)).toBe('[resposta ca 1]')
  expect(await incident()).toEqual([
    ['citizen', 'Bon dia', null],
    ['answer', 'Digui', 'parked'],
    ['delivery', 'resposta', 'accepted'],
    ['answer', 'Adéu', 'parked'],
  ])
  await takes(says('sí'))
  expect(heard().slice(-3)).toEqual(['Digui', 'Adéu', 'Què voleu?'])
  expect((await incident()).map(([, , delivery]) => delivery)).toEqual([null, 'accepted', 'accepted', 'accepted'])
  expect(await conversation()).toMatchObject({ parked: null, session: { wait: { node: 'menu' } } })
  await takes(says('sí'), says('hola', 'later'))
  expect(heard().filter(text => text === 'Digui')).toHaveLength(1)
})

test('a reply that says something of its own is taken by the flow after the answer', async () => {
  await talking()
  await takes(passes(DAY_MS), answers('Adéu', 'closed'), says('hola', 'again'))
  expect(heard().slice(-3)).toEqual(['Adéu', 'Què voleu?', 'Què voleu?'])
})

test('what is added to a dialogue after its answer was parked reaches the incident behind it', async () => {
  await talking()
  await takes(passes(DAY_MS), answers('Digui'), says('Encara hi ha el forat'))
  expect(heard().at(-1)).toBe('Digui')
  expect((await incident()).at(-1)).toEqual(['citizen', 'Encara hi ha el forat', null])
})

test('without a template the answer waits until the person writes by themselves', async () => {
  await lab.stores.channels.change('vila', 'vila', { windowTemplate: null })
  lab.clock.advance(3_000) // channels are read anew
  try {
    await talking()
    const before = heard().length
    await takes(passes(DAY_MS), answers('Digui'))
    expect(heard()).toHaveLength(before)
    expect((await incident()).at(-1)).toEqual(['answer', 'Digui', 'parked'])
    await takes(says('ei'))
    expect(heard().at(-1)).toBe('Digui')
  } finally {
    const windowTemplate = { name: 'resposta', languages: ['ca'], parameters: ['reference' as const] }
    await lab.stores.channels.change('vila', 'vila', { windowTemplate })
    lab.clock.advance(3_000)
  }
})

test('a dialogue that was answered does not end as one that nobody answered', async () => {
  await talking()
  await takes(passes(DAY_MS), answers('Digui'), passes(6 * DAY_MS))
  expect(heard().at(-1)).toBe('[resposta ca 1]')
  expect(await conversation()).toMatchObject({ dueAt: null, session: { status: 'waiting', wait: { kind: 'people' } } })
  await takes(says('sí'))
  expect(heard().at(-1)).toBe('Digui')
})

test('a message the platform brings a day late opens no window', async () => {
  await talking()
  const late = lab.message(phone, 'late', 'Ja hi és')
  await takes(passes(DAY_MS), answers('Digui'), passes(DAY_MS))
  await takes(() => life.pipeline.receive.items(lab.channel, [late]))
  expect((await conversation())?.parked?.words).toHaveLength(1)
})

test('a person may be asked once more, while there is something to send', async () => {
  const asksAgain = (id: string) => async () => {
    const row = await lab.connection.collection<IncidentRow>('incidents').findOne({ convId: lab.convIdOf(phone) })
    const reference = row?.toldReference ?? ''
    const again: InputOf<'people'> = {
      ...{ kind: 'people', event: 'answered', reference, text: '', media: [], asksReply: true },
    }
    await life.pipeline.receiveOfficerInput(lab.convIdOf(phone), id, again)
  }
  await talking()
  await takes(passes(DAY_MS), answers('Digui'), asksAgain('ask-2'), asksAgain('ask-2'))
  expect(heard().slice(-2)).toEqual(['[resposta ca 1]', '[resposta ca 1]'])
  await takes(says('sí'), asksAgain('ask-3'))
  expect(heard().at(-1)).toBe('Digui')
})
