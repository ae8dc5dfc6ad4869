import type { Flow } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, drawnFlow, end, menu, option, say, start } from '../drawn-flow.ts'
import { handsOf } from './hands.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'ciutadella'
const OFFICER = `officer@${TOWN}.example`
const CATALAN = 'El que llegeix el veí en català'

const options = [
  option('a', 'Sí', { label: { ca: 'Sí', es: 'Sí' } }),
  option('b', 'No', { label: { ca: 'No', es: 'No' } }),
]

/** A flow with a line that is missing, a text that lacks Spanish and a value that may be missing. */
const faulty = (id: string): Flow => {
  const drawn = drawnFlow(
    {
      start: start('prova'),
      menu: { ...menu([], { text: { ca: 'Tot bé?', es: '¿Todo bien?' }, options }), name: 'Menú principal' },
      name: ask('nom', { text: { ca: 'Com et dius?', es: '¿Cómo te llamas?' } }),
      hi: say('Hola {{nom}}'),
      bye: end,
    },
    [
      'start.next > menu',
      'menu.a > name',
      'menu.other > bye',
      'name.answered > hi',
      'name.invalid > hi',
      'hi.next > bye',
    ],
    { id, name: id, languages: ['ca', 'es'] },
  )
  const place = (index: number) => ({ x: (index % 3) * 380, y: Math.floor(index / 3) * 420 })
  return { ...drawn, nodes: drawn.nodes.map((node, index) => ({ ...node, position: place(index) })) }
}

describe('the checker', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage([TOWN])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('checker')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const stored = async (id: string) => (await stage.runtime.stores.flows.draft(TOWN, id))?.flow

  async function open(id: string, options = {}) {
    await stage.runtime.stores.flows.create(TOWN, faulty(id), { by: 'Proves', at: new Date() })
    const visit = await stage.signIn(OFFICER, `/t/${TOWN}/flows/${id}`, options)
    const counter = visit.page.getByRole('button', { name: /\d (?:error|avís|avisos)|Sense problemes/ })
    await counter.waitFor()
    return {
      ...visit,
      counter,
      hands: handsOf(visit.page),
      panel: visit.page.getByRole('dialog', { name: 'Problemes' }),
    }
  }

  test('tells what is wrong while somebody types, before anything is saved', async () => {
    const { page, context, counter, hands, errors } = await open('escrivint')
    const before = await counter.textContent()
    await context.setOffline(true)
    await hands.step('Missatge: ').click()
    await hands.field(CATALAN).fill('Hola {{nom')
    await soon(() => counter.textContent()).not.toBe(before)
    await hands.field(CATALAN).fill('Hola {{nom}}')
    await soon(() => counter.textContent()).toBe(before)
    await context.setOffline(false)
    expect(page.workers().length).toBe(1)
    expect(errors.filter(error => !/ERR_INTERNET_DISCONNECTED/.test(error))).toEqual([])
  })

  test('mends problems with a click each, by keyboard, and takes them back', async () => {
    const { page, counter, hands, panel } = await open('arreglant')
    await soon(() => counter.textContent()).toMatch(/2 errors/)
    await counter.click()
    await panel.getByRole('heading', { name: /Errors/ }).waitFor()
    const join = panel.getByRole('button', { name: 'Uneix-la amb «Menú principal»' })
    await join.focus()
    await page.keyboard.press('Enter')
    await join.waitFor({ state: 'detached' })
    await page.getByText('Fet: Uneix-la amb «Menú principal». Es pot desfer.').waitFor({ state: 'attached' })
    const copy = panel.getByRole('button', { name: 'Copia-hi el text en català' })
    await soon(() => copy.evaluate(button => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: 'Posa-hi «—» quan falti' }).click()
    await page.keyboard.press('Escape')
    await soon(() => counter.evaluate(button => button === document.activeElement)).toBe(true)
    await soon(() => counter.textContent()).toMatch(/Sense problemes/)
    const textIn = async () => (await stored('arreglant'))?.nodes.find(({ id }) => id === 'hi')?.config.text
    await soon(textIn).toEqual({ ca: 'Hola {{nom|default:"—"}}', es: 'Hola {{nom|default:"—"}}' })
    expect((await stored('arreglant'))?.edges.find(({ exit }) => exit === 'b')?.to).toBe('menu')
    for (let taken = 0; taken < 3; taken++) await page.keyboard.press('Control+Z')
    await soon(() => counter.textContent()).toMatch(/2 errors/)
    await hands.saved()
  })

  test('tells what a conversation costs, once an administrator has entered a price', async () => {
    const admin = await stage.signIn(`admin@${TOWN}.example`, `/t/${TOWN}/settings/tariffs`)
    await admin.page.getByLabel('Preu d’un missatge a Espanya').fill('0,05')
    await admin.page.getByRole('button', { name: 'Desa els preus' }).click()
    await admin.page.getByText('Preus desats.').waitFor()
    const { page, counter, panel } = await open('preu')
    await counter.click()
    const line = panel.getByRole('button', { name: /^Una conversa: com a molt 7 missatges, 0,35/ })
    await line.click()
    await panel.getByText('de 1 a 7 missatges').waitFor()
    await panel.getByRole('button', { name: 'El camí més llarg' }).click()
    await panel.getByRole('button', { name: 'Menú principal: 3 missatges fins aquí' }).waitFor()
    await soon(() => page.locator('[data-lit]').count()).not.toBe(0)
    await page.keyboard.press('Escape')
    await soon(() => page.locator('[data-lit]').count()).toBe(0)
  })

  test('works where no worker can start', async () => {
    const context = await stage.visit()
    await context.context.addInitScript('delete window.Worker')
    await stage.runtime.stores.flows.create(TOWN, faulty('sense'), { by: 'Proves', at: new Date() })
    await stage.enterAs(context.page, OFFICER, `/t/${TOWN}/flows/sense`)
    await context.page.getByRole('button', { name: /2 errors/ }).waitFor()
    expect(context.errors).toEqual([])
  })
})
