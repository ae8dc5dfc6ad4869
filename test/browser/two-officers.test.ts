import type { Flow } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFlow } from '../small-flow.ts'
import { handsOf } from './hands.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'ciutadella'
const MARTA = `officer@${TOWN}.example`
const JOAN = `admin@${TOWN}.example`
const CATALAN = 'El que llegeix el veí en català'

describe('two officers at one flow', () => {
  let stage: Stage
  let names: { marta: string; joan: string }

  beforeAll(async () => {
    stage = await openStage([TOWN])
    const nameOf = async (email: string) => (await stage.runtime.stores.people.byEmail(email))?.name ?? ''
    names = { marta: await nameOf(MARTA), joan: await nameOf(JOAN) }
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('two-officers')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const pathOf = (id: string) => `/t/${TOWN}/flows/${id}`
  const stored = async (id: string) => (await stage.runtime.stores.flows.draft(TOWN, id))?.flow
  const greetingIn = (flow: Flow | undefined) => flow?.nodes.find(({ id }) => id === 'greet')?.config.text

  async function at(page: Page) {
    const hands = handsOf(page)
    await hands.step('Missatge: ').waitFor()
    const banner = page.getByRole('status').filter({ has: page.locator('p') })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const says = (words: string | RegExp) => banner.getByText(words).waitFor()
    const write = async (words: string) => {
      await hands.step('Missatge: ').click()
      await hands.field(CATALAN).fill(words)
    }
    return { page, hands, banner, press, says, write }
  }

  /** A small flow with both in front of it, first Marta. */
  async function both(id: string) {
    await stage.runtime.stores.flows.create(TOWN, smallFlow(id), { by: 'Proves', at: new Date() })
    const marta = await stage.signIn(MARTA, pathOf(id))
    const hers = await at(marta.page)
    await soon(async () => (await stage.runtime.stores.flowLocks.read(TOWN, id))?.holder?.name).toBe(names.marta)
    const joan = await stage.signIn(JOAN, pathOf(id))
    const his = await at(joan.page)
    await his.says(`${names.marta} està editant aquest flux.`)
    return { marta: { ...marta, ...hers }, joan: { ...joan, ...his } }
  }

  /** As if this long had passed since the flow was asked for and last changed. */
  async function longAgo(id: string, seconds: number) {
    const { flowLocks } = stage.runtime.stores
    const lock = await flowLocks.read(TOWN, id)
    if (!lock?.ask) throw new Error('nobody has asked')
    const at = new Date(Date.now() - seconds * 1_000)
    await flowLocks.replace(TOWN, id, lock, { ...lock, changedAt: at, ask: { ...lock.ask, at } })
  }

  test('the second one sees every change, can change nothing, and gets the flow when it is handed over', async () => {
    const { marta, joan } = await both('passa')
    await joan.hands.step('Missatge: ').click()
    expect(await joan.hands.field(CATALAN).isDisabled()).toBe(true)
    expect(await joan.page.getByRole('button', { name: 'Publica', exact: true }).isDisabled()).toBe(true)
    await joan.page.keyboard.press('Delete')
    await soon(() => joan.page.locator('.react-flow__node').count()).toBe(3)

    await marta.write('Bon vespre')
    await joan.hands.step('Missatge: Bon vespre').waitFor()
    await soon(() => joan.hands.field(CATALAN).inputValue()).toBe('Bon vespre')
    await joan.hands.step('Missatge: ').getByText(`${names.marta} és aquí`).waitFor({ state: 'attached' })
    await joan.page.getByRole('button', { name: `També mira aquest flux: ${names.marta}` }).waitFor()

    await joan.press('Demana de continuar-lo')
    await joan.says(/^Ho heu demanat/)
    await marta.says(`${names.joan} demana de continuar aquest flux.`)
    await marta.press('Encara no')
    await joan.says(`${names.marta} encara no ha acabat.`)
    await joan.press('Torna-ho a demanar')
    await marta.says(`${names.joan} demana de continuar aquest flux.`)
    await marta.hands.field(CATALAN).fill('Bon vespre a tothom')
    await marta.press('Dona-li pas')

    await joan.says('Ara el podeu editar vós.')
    await joan.hands.step('Missatge: Bon vespre a tothom').waitFor()
    expect(await joan.page.getByRole('button', { name: 'Desfés', exact: true }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    await joan.write('Bona nit')
    await marta.says(`${names.joan} està editant aquest flux.`)
    await marta.hands.step('Missatge: Bona nit').waitFor()
    expect([...marta.errors, ...joan.errors]).toEqual([])
  })

  test('who has gone leaves the flow to who waits, and is not seen any more', async () => {
    const { marta, joan } = await both('marxa')
    const flows = await stage.signIn(JOAN, `/t/${TOWN}/flows`)
    await flows.page
      .getByRole('listitem')
      .filter({ hasText: 'Flow marxa' })
      .getByText(`${names.marta} l’està editant`)
      .waitFor()
    await marta.page.close()
    await joan.says('Ara el podeu editar vós.')
    await soon(() => joan.page.getByRole('button', { name: /^També mira/ }).count()).toBe(0)
    await flows.page
      .getByRole('listitem')
      .filter({ hasText: 'Flow marxa' })
      .getByText(`${names.joan} l’està editant`)
      .waitFor()
  })

  test('who does not answer can be gone on for, and finds their unsaved work again', async () => {
    const { marta, joan } = await both('calla')
    await joan.press('Demana de continuar-lo')
    await joan.says(/^Ho heu demanat/)
    await marta.says(`${names.joan} demana de continuar aquest flux.`)
    await marta.context.setOffline(true)
    await marta.write('Escrit sense connexió')
    await marta.says(/^No hi ha connexió/)
    await longAgo('calla', 61)
    await joan.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await joan.says(/no respon i fa un minut que no canvia res/)
    await joan.press('Continua aquí')
    await joan.says('Ara el podeu editar vós.')
    await joan.write('Escrit per l’altre')
    await joan.hands.saved()

    await marta.context.setOffline(false)
    const dialog = marta.page.getByRole('dialog')
    await dialog.getByText('Algú altre ha canviat aquest flux').waitFor()
    await soon(() => dialog.getByRole('button', { name: 'Poseu els vostres al damunt' }).isDisabled()).toBe(true)
    await dialog.getByText(/^En què són diferents els vostres/).click()
    await dialog.getByText(/Escrit sense connexió/).waitFor()
    await stage.shoot(marta.page, 'two-officers-stale')
    await dialog.getByRole('button', { name: 'Decidiu-ho més tard' }).click()
    await marta.hands.step('Missatge: Escrit per l’altre').waitFor()

    await joan.page.goto(`/t/${TOWN}/flows`)
    await marta.hands.step('Missatge: Escrit sense connexió').waitFor()
    await dialog.getByRole('button', { name: 'Deseu els vostres en una còpia' }).click()
    await marta.page.waitForURL(url => url.pathname !== pathOf('calla'))
    await marta.hands.step('Missatge: Escrit sense connexió').waitFor()
    const copied = marta.page.url().split('/').at(-1) ?? ''
    expect(greetingIn(await stored(copied))).toMatchObject({ ca: 'Escrit sense connexió' })
    expect(greetingIn(await stored('calla'))).toMatchObject({ ca: 'Escrit per l’altre' })
  })

  test('the same person in a second tab waits like anybody else, and is told so', async () => {
    const { marta, joan } = await both('pestanyes')
    await joan.page.close()
    const page = await marta.context.newPage()
    await page.goto(pathOf('pestanyes'))
    const second = await at(page)
    await second.says('Esteu editant aquest flux en una altra pestanya.')
    await second.press('Demana de continuar-lo')
    await marta.says('Demaneu de continuar aquest flux en una altra pestanya.')
    await marta.press('Continua allà')
    await second.says('Ara el podeu editar vós.')
    await marta.says('Esteu editant aquest flux en una altra pestanya.')
  })
})
