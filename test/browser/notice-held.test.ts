import { everySubscriber } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { quiet } from '../channels/town-server.ts'
import { openStage, type Stage } from './stage.ts'

const PEOPLE = 70
const LEVEL_HEARD_MS = 2_100 // the sender looks at its channels anew every two seconds
let stage: Stage

beforeAll(async () => {
  stage = await openStage(['alzira'])
})
afterAll(() => stage?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await stage.shootAll('notice-held')
  for (const context of stage.browser.contexts()) await context.close()
})

/** A notice on its way, so slowly that people can do something about it. */
async function begin(id: string): Promise<void> {
  const { broadcasts } = stage.runtime.stores
  const segment = { ...everySubscriber, topicIds: ['alertes'] }
  const draft = { name: 'Riu alt', text: { ca: 'No baixeu a la vora del riu.' }, pictureId: null, segment }
  await broadcasts.create('alzira', id, draft, 'Anna', new Date())
  await broadcasts.begin('alzira', id, 1, 'Anna', new Date())
}

test('a notice on its way is held, goes on and is ended, and whoever looks sees it come further', async () => {
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    stage.double.person({ phone: `34677${String(index).padStart(6, '0')}`, channel: 'demo-alzira' }),
  )
  await Promise.all(people.map(person => person.sends('ALTA 1')))
  await quiet(stage)
  await stage.runtime.stores.channels.change('alzira', 'alzira', { messagesPerSecond: 4 })
  for (const { identity } of people.slice(0, 3)) stage.double.fault({ code: 131026, to: identity.phone ?? '' })
  const { page, errors } = await stage.signIn('officer@alzira.example', '/t/alzira/broadcasts')
  await new Promise(resolve => setTimeout(resolve, LEVEL_HEARD_MS))
  await begin('riu')
  await page.goto('/t/alzira/broadcasts/riu')
  await page.getByText('Sortint', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Posa en pausa' }).click()
  await page.getByText('En pausa', { exact: true }).waitFor()
  await page.getByText('Està en pausa.').waitFor()
  await quiet(stage)
  const figure = async (step: string) => Number(await page.locator(`[data-step="${step}"] dd`).textContent())
  await expect.poll(() => figure('waiting'), { timeout: 5_000 }).toBeLessThan(PEOPLE)
  const held = await figure('waiting')
  expect(held).toBeGreaterThan(0)
  await stage.shoot(page, 'notice-held')

  await page.getByRole('button', { name: 'Continua enviant' }).click()
  await expect.poll(() => figure('waiting'), { timeout: 10_000 }).toBeLessThan(held)
  await page.getByRole('button', { name: 'Atura per sempre…' }).click()
  const asking = page.getByRole('dialog', { name: 'Aturar «Riu alt»?' })
  await asking.getByRole('button', { name: 'Atura’l per sempre' }).click()
  await page.getByText('Aturat', { exact: true }).waitFor()
  await quiet(stage)
  await page.getByText('No el reben').waitFor()
  expect(await page.getByRole('button', { name: 'Continua enviant' }).count()).toBe(0)
  await stage.shoot(page, 'notice-stopped')
  const narrow = await stage.signIn('officer@alzira.example', '/t/alzira/broadcasts/riu', {
    viewport: { width: 380, height: 800 },
    colorScheme: 'dark',
  })
  await narrow.page.getByText('Aturat', { exact: true }).waitFor()
  await stage.shoot(narrow.page, 'notice-stopped-narrow')
  expect(errors).toEqual([])
})
