import { seedPeople, seedTown } from '@pregoner/runtime'
import { emptyFlow, type Flow } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ACCESS_TOKEN, APP_SECRET, PASSWORD, VERIFY_TOKEN } from '../channels/town-server.ts'
import { handsOf } from './hands.ts'
import { newTown } from './new-town.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const TOWN = newTown.town.key
const OFFICER = `officer@${TOWN}.example`
const FLOWS = `/t/${TOWN}/flows`
const PHONE = '93 000 00 00'
const MANY = 200

describe('the first ten minutes', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage([])
    const whatsapp = { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, accessToken: ACCESS_TOKEN }
    await seedTown(stage.runtime, newTown, { password: PASSWORD, whatsapp }, new Date())
    await seedPeople(stage.runtime, [newTown], PASSWORD, undefined)
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('first-minutes')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const draftOf = (flow: Flow) => stage.runtime.stores.flows.create(TOWN, flow, { by: 'Proves', at: new Date() })
  const openFlow = async (name: string) => {
    const flow = (await stage.runtime.stores.flows.list(TOWN)).find(one => one.name === name)
    return (await stage.runtime.stores.flows.draft(TOWN, flow?.id ?? ''))?.flow
  }
  const button = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' })
  const skipTour = (page: Page) => button(page, 'Deixa-ho per després').click()

  /** Writes what the list still asks for, one after the other, as the focus leads. */
  async function fillIn(page: Page) {
    const list = page.getByRole('region', { name: 'Per omplir' })
    const values = {
      'Telèfon de l’Ajuntament': PHONE,
      'Web de l’Ajuntament': 'www.alzina.example',
      'Adreça de l’Ajuntament': 'Plaça Major, 1',
      'Enllaç a la política de privadesa': 'www.alzina.example/privadesa',
      'Dies i hores d’atenció, en català': 'de dilluns a divendres, de 8 a 15 h',
      'Dies i hores d’atenció, en castellà': 'de lunes a viernes, de 8 a 15 h',
      'Temps que deseu les dades, en català': 'un any',
      'Temps que deseu les dades, en castellà': 'un año',
      'Termini per respondre, en català': 'deu dies',
      'Termini per respondre, en castellà': 'diez días',
    }
    for (const [label, value] of Object.entries(values)) {
      const field = list.getByRole('textbox', { name: label, exact: true })
      await field.fill(value)
      await field.press('Enter')
    }
  }

  test('a newcomer makes a channel out of a template, and a citizen is answered', async () => {
    const { page, errors } = await stage.signIn(OFFICER, FLOWS)
    const hands = handsOf(page)
    await page.getByRole('heading', { name: 'Encara no hi ha cap flux' }).waitFor()
    await stage.shoot(page, 'first-minutes-empty')

    await button(page, 'Crea un flux').click()
    const dialog = page.getByRole('dialog', { name: 'Crea un flux' })
    await dialog.getByRole('textbox', { name: 'Cerca a la galeria' }).fill('poble')
    await button(page, /^El canal d’un poble/).click()
    await dialog.getByText('Hola! Aquest és el canal de l’Ajuntament d’Alzina.').waitFor()
    await dialog.getByLabel('Nom del flux').fill('El canal d’Alzina')
    await dialog.getByRole('button', { name: 'Crea un flux' }).click()

    await button(page, 'Per omplir: 0 de 9 fets').waitFor()
    await stage.shoot(page, 'first-minutes-filling')
    for (const [place, department] of [
      ['Al departament', 'Serveis municipals'],
      ['A l’alcaldia', 'Alcaldia'],
    ] as const) {
      await button(page, `Trieu el departament a «${place}»`).click()
      await hands.choose('Departament', department)
      await button(page, `Trieu el departament a «${place}»`).waitFor({ state: 'detached' })
    }
    await button(page, 'Per omplir: 2 de 9 fets').waitFor()
    await fillIn(page)
    await page.getByText('Ja està tot ple.').waitFor()
    await hands.saved()
    expect(JSON.stringify((await openFlow('El canal d’Alzina'))?.nodes)).not.toContain('[[')

    await button(page, 'Simulador').click()
    await button(page, 'hola').click()
    await page.getByRole('log').getByRole('button', { name: 'Català' }).click()
    await page.getByRole('log').getByText('les desem un any').waitFor()

    await button(page, 'Publica').click()
    await button(page, /^Publica la versió 1/).click()
    await page.getByText('Com la v1, publicada').waitFor()
    expect(errors).toEqual([])

    const citizen = await stage.visit()
    const said = citizen.page.getByRole('log')
    await citizen.page.goto(`/chat/${TOWN}`)
    await citizen.page.getByLabel('Escriviu un missatge').fill('Hola')
    await citizen.page.keyboard.press('Enter')
    await said.getByRole('button', { name: 'Català' }).click()
    await said.getByRole('button', { name: 'Accepto', exact: true }).click()
    await said.getByText('En què et podem ajudar?').waitFor()
    await citizen.page.getByLabel('Escriviu un missatge').fill('horari')
    await citizen.page.keyboard.press('Enter')
    await said.getByText(`Telèfon: ${PHONE}`).waitFor()
  })

  test('a part comes in by one command, and goes by one', async () => {
    await draftOf(emptyFlow('parts', 'Parts', ['ca', 'es']))
    const { page } = await stage.signIn(OFFICER, `${FLOWS}/parts`)
    const steps = page.locator('.react-flow__node')
    await page.getByRole('heading', { name: 'Un dibuix en blanc' }).waitFor()
    await button(page, 'Insereix de la galeria…').last().click()
    await button(page, /^Farmàcies de guàrdia/).click()
    await button(page, 'Insereix-la al dibuix').click()
    await soon(() => steps.count()).toBe(4)
    await button(page, 'Per omplir: 0 de 2 fets').waitFor()
    await page.keyboard.press('Control+Z')
    await soon(() => steps.count()).toBe(0)
  })

  test('the tour is told once, covers nothing, and comes back when asked for', async () => {
    await draftOf(emptyFlow('tour', 'Visita', ['ca']))
    const { page } = await stage.signIn(OFFICER, `${FLOWS}/tour`)
    const tour = page.getByRole('region', { name: 'Primers passos' })
    await tour.getByText('La conversa, pas a pas').waitFor()
    expect(await tour.evaluate(panel => panel.contains(document.activeElement))).toBe(false)
    await tour.getByRole('button', { name: 'Continua' }).click()
    await tour.getByText('Afegiu passos').waitFor()
    await stage.shoot(page, 'first-minutes-tour')
    await page.keyboard.press('Escape')
    await tour.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: 'Un dibuix en blanc' }).waitFor()
    expect(await tour.count()).toBe(0)
    await button(page, 'Més accions').click()
    await page.getByRole('menuitem', { name: 'Primers passos' }).click()
    await tour.getByText('La conversa, pas a pas').waitFor()
  })

  test('the keys are shown by a key, which can be turned off', async () => {
    await draftOf(emptyFlow('keys', 'Tecles', ['ca']))
    const { page } = await stage.signIn(OFFICER, `${FLOWS}/keys`)
    const map = page.getByRole('dialog', { name: 'Dreceres de teclat' })
    await page.getByRole('heading', { name: 'Un dibuix en blanc' }).waitFor()
    await skipTour(page)
    await page.keyboard.press('?')
    await map.getByText('Refés').waitFor()
    await stage.shoot(page, 'first-minutes-keys')
    await map.getByRole('switch', { name: 'Obre aquesta llista amb la tecla «?»' }).click({ force: true })
    await page.keyboard.press('Escape')
    await map.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.keyboard.press('Control+/')
    await map.waitFor()
    await page.keyboard.press('Escape')
    await map.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    expect(await map.count()).toBe(0)
  })

  test('among many flows one is found, renamed and duplicated', async () => {
    for (let number = 1; number <= MANY; number += 1) {
      await draftOf(emptyFlow(`many-${number}`, `Flux número ${number}`, ['ca']))
    }
    const { page } = await stage.signIn(OFFICER, FLOWS)
    const rows = page.getByRole('main').getByRole('listitem')
    await rows.first().waitFor()
    await page.getByRole('textbox', { name: 'Cerca un flux pel nom' }).fill('numero 117')
    await soon(() => rows.count()).toBe(1)
    await button(page, 'Què es pot fer amb «Flux número 117»').click()
    await page.getByRole('menuitem', { name: 'Canvia’n el nom…' }).click()
    await page.getByRole('dialog').getByLabel('Nom del flux').fill('Flux número 117, de festes')
    await button(page, 'Canvia el nom').click()
    await page.getByRole('link', { name: 'Flux número 117, de festes' }).waitFor()
    await button(page, 'Què es pot fer amb «Flux número 117, de festes»').click()
    await page.getByRole('menuitem', { name: 'Duplica…' }).click()
    await button(page, 'Duplica el flux').click()
    await page.waitForURL(url => url.pathname !== FLOWS)
    expect(await openFlow('Flux número 117, de festes (còpia)')).toBeDefined()
  })
})
