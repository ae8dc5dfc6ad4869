import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFiles } from '../whatsapp-double/index.ts'
import { openGate } from './gate.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const INCIDENTS = '/t/manresa/incidents'

describe('the desk', () => {
  let stage: Stage
  let phones = 0

  beforeAll(async () => {
    stage = await openStage(['manresa'])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('desk')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const openDesk = (personKey: string) => stage.signIn(`${personKey}@manresa.example`, INCIDENTS)
  const row = (page: Page, what: string | RegExp) => page.getByRole('link', { name: what })
  const newNeighbour = (name: string) => {
    phones += 1
    return stage.double.person({ phone: `+3460000000${phones}`, name })
  }

  const widthOf = (image: Locator) =>
    image.evaluate(element => (element instanceof HTMLImageElement && element.complete ? element.naturalWidth : 0))

  /** A neighbour reports something through the town's own flow. */
  async function report(name: string, topic: string, what: string, where: string) {
    const person = newNeighbour(name)
    await person.sends('incidència')
    await person.waitFor('De què es tracta?')
    await person.taps(topic)
    await person.waitFor('Explica’ns què passa.')
    await person.sends(what)
    await person.waitFor('On és?')
    await person.sends(where)
    await person.waitFor('Si en tens una foto')
    await person.sendsImage(smallFiles.photo)
    await person.waitFor('El número de la incidència és')
    return person
  }

  test('two departments at once: each sees its own, communications sees both', async () => {
    const [cleaning, lights, officer] = await Promise.all(['neteja', 'enllumenat', 'officer'].map(openDesk))
    if (!cleaning || !lights || !officer) throw new Error('Somebody did not come')
    await Promise.all([
      report('Pere', 'Neteja i residus', 'Contenidor ple a vessar', 'Carrer Nou, 3'),
      report('Rosa', 'Enllumenat públic', 'Tres fanals apagats', 'Carrer de Guimerà, 24'),
    ])
    await row(cleaning.page, 'Neteja i residus: Carrer Nou, 3').waitFor()
    await row(lights.page, 'Enllumenat públic: Carrer de Guimerà, 24').waitFor()
    for (const { page } of [cleaning, lights]) await soon(() => widthOf(page.locator('li img'))).toBeGreaterThan(0)
    await row(officer.page, 'Neteja i residus: Carrer Nou, 3').waitFor()
    await row(officer.page, 'Enllumenat públic: Carrer de Guimerà, 24').waitFor()
    expect(await row(cleaning.page, /Enllumenat/).count()).toBe(0)
    expect(await row(lights.page, /Neteja/).count()).toBe(0)

    await row(lights.page, /Guimerà/).click()
    await lights.page.getByText('Tres fanals apagats').first().waitFor()
    await cleaning.page.goto(new URL(lights.page.url()).pathname)
    await cleaning.page.getByText('Aquesta incidència ja no és aquí').waitFor()
  })

  test('a citizen and an agent talk to and fro until she closes it, and the flow goes on', async () => {
    const { page, errors } = await openDesk('cedem')
    const biel = newNeighbour('Biel')
    await biel.sends('hola')
    await biel.waitFor('Què necessites?')
    await biel.sends('2')
    await biel.waitFor('Què t’interessa?')
    await biel.taps('Parlar amb el CEDEM')
    await biel.waitFor('Explica’ns què necessites')
    await biel.sends('Vull obrir una fleca')
    await biel.waitFor('Et respondran en aquest mateix xat')

    await row(page, 'Consulta: Vull obrir una fleca').click()
    const detail = page.getByRole('article')
    await detail.getByText('Diàleg obert').waitFor()
    await biel.sends('També tinc dubtes del lloguer')
    await detail.getByText('També tinc dubtes del lloguer').waitFor()
    const say = async (words: string, isLast = false) => {
      await page.getByLabel('Resposta a la persona').fill(words)
      if (isLast) await page.getByLabel('Acaba el diàleg i marca-la com a resolta').check()
      await page.getByRole('button', { name: 'Envia la resposta' }).click()
      await biel.waitFor(words)
    }
    await say('Bon dia! Ja teniu el local?')
    await biel.sends('Sí, al carrer del Born')
    await detail.getByText('Sí, al carrer del Born').waitFor()
    await stage.shoot(page, 'desk-dialogue')
    await say('Doncs fins dimecres a les 10!', true)
    await biel.waitFor('Com t’hem atès')
    await detail.getByText('Resolta').first().waitFor()
    expect(errors).toEqual([])
  })

  test('a change of status is told to the citizen in the agent’s words', async () => {
    const { page } = await openDesk('parcs')
    const nuria = await report('Núria', 'Parcs i jardins', 'Una branca a punt de caure', 'Parc de l’Agulla')
    await row(page, /Parc de l’Agulla/).click()
    await page.getByRole('button', { name: 'Canvia l’estat' }).click()
    await page.getByRole('menuitem', { name: 'En curs' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Missatge per a la persona').fill('La brigada ja hi va.')
    await dialog.getByRole('button', { name: 'Passa-la a «En curs»' }).click()
    await nuria.waitFor('La brigada ja hi va.')
    await row(page, /Parc de l’Agulla/)
      .getByText('En curs')
      .waitFor()

    await page.getByRole('button', { name: 'Canvia l’estat' }).click()
    await page.getByRole('menuitem', { name: 'Tancada sense actuació' }).click()
    await dialog.getByRole('button', { name: /^Passa-la a/ }).click()
    await dialog.getByText('Escriviu-ne el motiu').waitFor()
    await dialog.getByLabel('Per què es tanca sense actuar').fill('És d’un particular')
    await dialog.getByRole('button', { name: /^Passa-la a/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('article').getByText('Tancada sense actuació').first().waitFor()
    expect(nuria.inbox.at(-1)?.text).toContain('La brigada ja hi va.')
  })

  test('the list is narrowed by words, department and status, and stays so after a reload', async () => {
    await report('Oriol', 'Neteja i residus', 'Mobles al mig del carrer', 'Carrer del Bruc, 9')
    await report('Joana', 'Enllumenat públic', 'Fanal trencat', 'Plaça Major')
    const { page } = await openDesk('officer')
    const rows = page.getByRole('list', { name: 'Llista d’incidències' }).getByRole('listitem')
    await row(page, /Plaça Major/).waitFor()
    await page.getByLabel('Cerca per paraules o referència').fill('Bruc')
    await row(page, /Plaça Major/).waitFor({ state: 'hidden' })
    await soon(() => rows.count()).toBe(1)
    await page.getByLabel('Cerca per paraules o referència').fill('')
    await row(page, /Plaça Major/).waitFor()

    await page.getByRole('button', { name: 'Filtres' }).click()
    await page.getByLabel('Departament').first().click()
    await page.getByRole('option', { name: 'Enllumenat públic' }).click()
    await row(page, /Bruc/).waitFor({ state: 'hidden' })
    await page.reload()
    await row(page, /Plaça Major/).waitFor()
    expect(await row(page, /Bruc/).count()).toBe(0)
    await page.getByRole('button', { name: '1 filtre' }).click()
    await page.getByLabel('Estat').first().click()
    await page.getByRole('option', { name: 'Derivada' }).click()
    await page.getByText('Cap incidència amb aquests filtres').waitFor()
    await stage.shoot(page, 'desk-filters')
    await page.getByRole('button', { name: 'Treu els filtres' }).click()
    await row(page, /Bruc/).waitFor()
  })

  test('a lost connection is shown, and what was missed appears when it is back', async () => {
    const gate = await openGate(stage.url)
    const { page } = await stage.visit({ baseURL: gate.url })
    await stage.enterAs(page, 'mobilitat@manresa.example', INCIDENTS)
    await report('Quim', 'Circulació i transport', 'Semàfor avariat', 'Carretera de Vic, 1')
    await row(page, /Carretera de Vic/).waitFor()
    gate.cut()
    await page.getByText('S’ha perdut la connexió en directe.').waitFor()
    await report('Anna', 'Circulació i transport', 'Senyal tombat', 'Passeig de Pere III')
    expect(await row(page, /Pere III/).count()).toBe(0)
    await stage.shoot(page, 'desk-reconnecting')
    gate.mend()
    await row(page, /Pere III/).waitFor()
    await page.getByText('S’ha perdut la connexió en directe.').waitFor({ state: 'hidden' })
    await gate.close()
  })

  test('a part of the screen that did not arrive comes by itself, and the rest stays usable', async () => {
    const { page } = await stage.visit()
    let asked = 0
    await page.route(/incident-map/, route => {
      asked += 1
      return asked > 1 ? route.continue() : route.abort()
    })
    await stage.enterAs(page, 'officer@manresa.example', INCIDENTS)
    await page.getByRole('heading', { name: 'Incidències' }).waitFor()
    await page.getByRole('button', { name: 'Mostra on passa més' }).waitFor()
    expect(asked).toBeGreaterThan(1)
  })
})
