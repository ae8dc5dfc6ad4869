import { textMessage } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import type { OutboundSend } from '../channels/channel.ts'
import type { Send } from '../stores/send-store.ts'

const NOTICES = 120
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

test('a citizen’s answer goes before the notices that wait, also the one waiting for themselves', async () => {
  const { receive } = life.pipeline
  const phones = Array.from({ length: NOTICES }, (_, index) => phoneOf(index))
  await receive.items(
    lab.channel,
    phones.map(phone => lab.message(phone, 'first', 'hola')),
  )
  await lab.settle(life)
  const { handedOver, answer } = lab.platform
  handedOver.length = 0
  const begun: OutboundSend[] = []
  let open = () => {}
  const isOpen = new Promise<void>(resolve => {
    open = resolve
  })
  lab.platform.answer = async send => {
    begun.push(send)
    if (begun.length > 10) await isOpen // the platform is slow: whatever comes now stands in the line
    return answer(send)
  }
  const message = textMessage('Demà no hi haurà aigua', 'ca')
  const places = phones.map(phone => ({ convId: lab.convIdOf(phone), town: 'vila', channelId: 'vila' }))
  await Promise.all(
    places.map(place => receive.order(place, { kind: 'broadcast', id: 'notice', broadcastId: 'notice', message })),
  )
  await expect.poll(() => handedOver.length, { interval: 5 }).toBe(10)
  const last = phones.findLast(phone => !begun.some(({ to }) => to.value === phone)) ?? ''
  const waits = begun.at(-1)?.to.value ?? ''
  await receive.items(
    lab.channel,
    [waits, last].map(phone => lab.message(phone, 'second', 'Un forat')),
  )
  const sends = lab.connection.collection<Send>('sends')
  const answersInLine = () => sends.countDocuments({ st: 'queued', broadcastId: { $exists: false } })
  await expect.poll(answersInLine, { timeout: 8_000 }).toBe(2)
  const underWay = begun.length
  open()
  await lab.settle(life)
  expect(handedOver.filter(isNotice)).toHaveLength(NOTICES)
  const later = begun.slice(underWay)
  const overtaken = later
    .slice(
      0,
      later.findLastIndex(each => !isNotice(each)),
    )
    .filter(isNotice)
  expect(overtaken.length).toBeLessThan(10) // their own, and those taken up already; 100 and more stood in the line
  for (const phone of [waits, last]) {
    expect(handedOver.filter(({ to }) => to.value === phone).map(isNotice)).toEqual([true, false])
  }
}, 30_000)
