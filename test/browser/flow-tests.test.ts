import type { Flow } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFlow } from '../small-flow.ts'
import { handsOf } from './hands.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = 'ciutadella'
const OFFICER = `officer@${TOWN}.example`
const CATALAN = 'El que llegeix el veí en català'

describe('tests of a flow', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage([TOWN])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('flow-tests')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const pathOf = (id: string) => `/t/${TOWN}/flows/${id}`

  async function open(flow: Flow) {
    await stage.runtime.stores.flows.create(TOWN, flow, { by: 'Proves', at: new Date() })
    const visit = await stage.signIn(OFFICER, pathOf(flow.id))
    const hands = handsOf(visit.page)
    await hands.step('Missatge: ').waitFor()
    return { ...visit, hands }
  }

  const panel = (page: Page) => page.getByRole('region', { name: 'Proves del flux' })
  const chip = (page: Page, words: RegExp) => page.getByRole('button', { name: words })

  test('a run is kept, a change that breaks it is shown and keeps the flow unpublished until it is accepted', async () => {
    const { page, hands, errors } = await open(smallFlow('provat'))
    await page.getByRole('button', { name: 'Simulador', exact: true }).click()
    await page.getByLabel('Missatge del veí').fill('provat')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('Bon dia').waitFor()
    await page.getByRole('button', { name: 'Desa com a prova' }).click()
    const dialog = page.getByRole('dialog', { name: 'Desa com a prova' })
    await dialog.getByLabel('Nom de la prova').fill('Saluda')
    await dialog.getByRole('button', { name: 'Desa', exact: true }).click()
    await chip(page, /Proves del flux: 1 i va bé/).waitFor()
    await page.getByRole('button', { name: 'Desa com a prova' }).click()
    await dialog.getByText('Aquesta conversa ja és la prova «Saluda».').waitFor()
    await dialog.getByRole('button', { name: 'Cancel·la' }).click()
    await page.getByRole('button', { name: 'Tanca el simulador' }).click()

    await hands.step('Missatge: ').click()
    await hands.field(CATALAN).fill('Bona nit')
    await chip(page, /Proves del flux: 1 surt diferent de 1/).waitFor()
    await hands
      .step('Missatge: ')
      .getByText('La prova «Saluda» surt diferent a la línia 2')
      .waitFor({ state: 'attached' })
    await hands.saved()

    await page.getByRole('button', { name: 'Publica', exact: true }).click()
    const publishing = page.getByRole('dialog').filter({ hasText: 'no deixa publicar' })
    await publishing.getByRole('heading', { name: /^Comprovació\s*1 prova surt diferent$/ }).waitFor()
    expect(await publishing.getByText('Sense problemes').count()).toBe(0)
    const refused = publishing.getByRole('button', { name: /^Publica la versió/, disabled: true })
    const reason = await refused.getAttribute('aria-describedby')
    expect(await publishing.locator(`[id="${reason}"]`).textContent()).toContain('les proves han de sortir bé')
    await refused.press('Enter')
    expect(await stage.runtime.stores.flows.version(TOWN, 'provat', 1)).toBeNull()
    await publishing.getByRole('button', { name: '«Saluda», línia 2' }).click()

    const difference = panel(page)
      .getByRole('listitem')
      .filter({ hasText: 'S’esperava' })
      .filter({ hasText: 'Bona nit' })
    await soon(() => difference.textContent()).toContain('Bon dia')
    await panel(page).getByRole('button', { name: 'Ves al pas «Bona nit»' }).click()
    await soon(() => hands.field(CATALAN).inputValue()).toBe('Bona nit')
    await panel(page).getByRole('button', { name: 'Dona per bona la resposta nova' }).click()
    await chip(page, /Proves del flux: 1 i va bé/).waitFor()

    const { flowTests } = stage.runtime.stores
    const [kept] = await flowTests.list(TOWN, 'provat')
    if (!kept) throw new Error('the test is not kept')
    const { changedAt, changedBy, ...colleagues } = {
      ...kept,
      id: 'de-fora',
      name: 'De fora',
      lines: kept.lines.slice(1),
    }
    await flowTests.save(TOWN, 'provat', colleagues, { by: 'Proves', at: new Date() }) // this page does not know of it
    await page.getByRole('button', { name: 'Publica', exact: true }).click()
    const again = page.getByRole('dialog')
    const publish = again.getByRole('button', { name: /^Publica la versió/ })
    await publish.click()
    await again.getByRole('alert').getByText('Hi ha proves del flux que no surten bé').waitFor()
    await again.getByRole('heading', { name: /1 prova surt diferent$/ }).waitFor()
    await again.getByRole('button', { name: /^«De fora»/ }).waitFor()
    await flowTests.remove(TOWN, 'provat', 'de-fora')
    await publish.click()
    await soon(async () => (await stage.runtime.stores.flows.version(TOWN, 'provat', 1))?.version).toBe(1)
    expect(errors.filter(error => !error.includes('/provat/publish'))).toEqual([]) // which was refused once
  })

  test('a kept run is played again in the simulator, renamed and deleted', async () => {
    const flow = smallFlow('repetit')
    const saying = { text: 'repetit', choiceId: null, media: [], place: null }
    await stage.runtime.stores.flowTests.save(
      TOWN,
      flow.id,
      {
        id: 'vell',
        name: 'Vell',
        setup: { name: 'Joana', language: null, startsAt: '2026-01-07T10:00:00.000Z', seed: 1 },
        acts: [{ kind: 'say', said: saying }],
        lines: [
          { kind: 'citizen', text: 'repetit', parts: [] },
          { kind: 'town', text: 'Bon dia', choices: [], parts: [] },
          { kind: 'ending', ending: 'ended' },
        ],
      },
      { by: 'Proves', at: new Date() },
    )
    const { page } = await open(flow)
    await chip(page, /Proves del flux: 1 i va bé/).click()
    await panel(page).getByRole('button', { name: /^Vell/ }).click()
    await panel(page).getByRole('button', { name: 'Reprodueix al simulador' }).click()
    await page.getByRole('log').getByText('Bon dia').waitFor()
    await page.getByRole('button', { name: 'Tanca el simulador' }).click()
    await panel(page).getByRole('button', { name: 'Canvia el nom' }).click()
    await page.getByRole('dialog').getByLabel('Nom de la prova').fill('Nou')
    await page.keyboard.press('Enter')
    await panel(page).getByRole('heading', { name: 'Nou' }).waitFor()
    await panel(page).getByRole('button', { name: 'Esborra la prova' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Esborra la prova' }).click()
    await panel(page).getByText('Encara no hi ha cap prova').waitFor()
    expect(await stage.runtime.stores.flowTests.count(TOWN, flow.id)).toBe(0)
  })

  test('all conversations are printed without the screens around them, and their approval is kept with the drawing', async () => {
    const { page, errors } = await stage.signIn(OFFICER, `${pathOf('altes')}/script`)
    const script = page.getByRole('article')
    await script.getByRole('heading', { name: 'Les converses' }).waitFor()
    await script.getByText('20 de 22 sortides (90 %)').waitFor() // ALTA with a number that is no telephone asks for a topic
    expect(await script.getByRole('heading', { name: /^Conversa \d+: / }).count()).toBeGreaterThan(5)

    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Imprimeix o desa en PDF' }).isVisible()).toBe(false)
    expect(await script.isVisible()).toBe(true)
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    await page.emulateMedia({ media: 'screen' })

    await page.goto(`${pathOf('altes')}/script?language=all`)
    for (const language of ['català', 'castellà'])
      await script.getByRole('heading', { name: `Les converses en ${language}` }).waitFor()
    await script
      .getByText(/«Altes i baixes» · Esborrany · Empremta del dibuix [0-9a-f]{12} · català, castellà/)
      .waitFor()

    await page.getByRole('button', { name: 'Anota una aprovació' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await dialog.getByLabel('Nom de qui aprova').fill('Maria Serra')
    await dialog.getByLabel('Càrrec').fill('Alcaldessa')
    await dialog.getByRole('button', { name: 'Desa l’aprovació' }).click()
    await script.getByText('Maria Serra, Alcaldessa').waitFor()
    await script.getByText(/Val per a l’esborrany d’ara/).waitFor()

    const draft = await stage.runtime.stores.flows.draft(TOWN, 'altes')
    if (!draft) throw new Error('altes has no draft')
    const settings = { ...draft.flow.settings, mergeTexts: !draft.flow.settings.mergeTexts }
    await stage.runtime.stores.flows.save(TOWN, { ...draft.flow, settings }, draft.rev, {
      by: 'Proves',
      at: new Date(),
    })
    await page.reload()
    await script.getByText('El dibuix ha canviat des d’aquesta aprovació').waitFor()
    expect(errors).toEqual([])
  })
})
