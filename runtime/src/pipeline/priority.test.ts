import { textMessage } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'

const NOTICES = 240
let lab: Lab
let life: Life

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab?.close())
beforeEach(() => {
  life = lab.begin()
})
afterEach(() => life.pipeline.stop())

const phoneOf = (index: number) => `34655${String(index).padStart(6, '0')}`
const isNotice = ({ message }: { message: { text: string } }) => message.text === 'Demà no hi haurà aigua'

test('a citizen’s answer goes before the notices that wait', async () => {
  const { receive } = life.pipeline
  const phones = Array.from({ length: NOTICES }, (_, index) => phoneOf(index))
  await receive.items(
    lab.channel,
    phones.map(phone => lab.message(phone, 'first', 'hola')),
  )
  await lab.settle(life)
  const { handedOver } = lab.platform
  handedOver.length = 0
  const message = textMessage('Demà no hi haurà aigua', 'ca')
  const places = phones.map(phone => ({ convId: lab.convIdOf(phone), town: 'vila', channelId: 'vila' }))
  await Promise.all(
    places.map(place => receive.order(place, { kind: 'broadcast', id: 'notice', broadcastId: 'notice', message })),
  )
  await expect.poll(() => handedOver.length, { interval: 5, timeout: 10_000 }).toBeGreaterThan(10)
  const waits = phones.find(phone => !handedOver.some(({ to }) => to.value === phone)) ?? ''
  const last = phones.at(-1) ?? ''
  await receive.items(
    lab.channel,
    [waits, last].map(phone => lab.message(phone, 'second', 'Un forat')),
  )
  const before = handedOver.length
  const answers = () => handedOver.filter(each => !isNotice(each))
  await expect.poll(() => answers().length, { interval: 5, timeout: 10_000 }).toBe(2)
  const overtaken = handedOver.slice(before).filter(isNotice).length
  await lab.settle(life)
  expect(handedOver.filter(isNotice)).toHaveLength(NOTICES)
  expect(overtaken).toBeLessThan(120) // those already on their way, on the slowest machine; 200 and more stood in the line
  for (const phone of [waits, last]) {
    expect(
      handedOver
        .filter(({ to }) => to.value === phone)
        .map(isNotice)
        .sort(),
    ).toEqual([false, true])
  }
}, 30_000)
