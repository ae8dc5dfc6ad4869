import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { manualClock, smallFiles } from '../whatsapp-double/index.ts'
import { openStage, type Stage } from './stage.ts'

const DAY_MS = 24 * 3_600_000
const ASKING = 'resposta_pendent'
const MANRESA = 'demo-manresa'

describe('answering', () => {
  // The server begins a day and an hour ago: after that time it is as late as in the browser.
  const clock = manualClock(new Date(Date.now() - DAY_MS - 3_600_000))
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['manresa', 'sant-cebria'], clock)
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('answering')
    for (const context of stage.browser.contexts()) await context.close()
  })

  async function report() {
    const person = stage.double.person({ channel: MANRESA, phone: '+34600000077', name: 'Rosa' })
    await person.sends('incidencia')
    await person.waitFor('De què es tracta?')
    await person.taps('Neteja i residus')
    await person.waitFor('Explica’ns què passa.')
    await person.sends('Contenidor ple a vessar')
    await person.waitFor('On és?')
    await person.sends('Carrer Nou, 3')
    await person.waitFor('Si en tens una foto')
    await person.taps('Sense foto')
    await person.waitFor('El número de la incidència és')
    return person
  }

  async function openIncident(page: Page) {
    await page.getByRole('link', { name: 'Neteja i residus: Carrer Nou, 3' }).click()
    await page.getByRole('heading', { name: 'Neteja i residus: Carrer Nou, 3' }).waitFor()
  }
  const answerField = (page: Page) => page.getByRole('textbox', { name: 'Resposta a la persona' })

  test('the answer is kept through a closed tab, parked, and goes out with its picture on the reply', async () => {
    const rosa = await report()
    clock.advance(DAY_MS + 3_600_000)
    await stage.runtime.stores.channels.change('manresa', 'manresa', { accountId: 'waba-demo-manresa' })
    const asking = (language: string, text: string) =>
      stage.double.template({ name: ASKING, language, components: [{ type: 'BODY', text }] }, MANRESA)
    asking('es', 'Tenemos una respuesta para {{1}}. Responde para leerla.')
    asking('ca', 'Tenim una resposta per a {{1}}. Respon per llegir-la.')
    const offer = { name: 'promocio', language: 'ca', status: 'PENDING' as const }
    const refused = stage.double.template({ ...offer, components: [{ type: 'BODY', text: 'Oferta!' }] }, MANRESA)
    stage.double.moderate(refused.id, 'REJECTED', 'PROMOTIONAL')

    const admin = await stage.signIn('admin@manresa.example', '/t/manresa/settings/channels')
    await admin.page.getByRole('button', { name: 'Tria la plantilla' }).click()
    const choosing = admin.page.getByRole('dialog')
    await choosing.getByText('ca · Rebutjada').waitFor()
    expect(await choosing.getByRole('radio', { name: 'promocio' }).isDisabled()).toBe(true)
    await choosing.getByRole('radio', { name: ASKING }).check()
    await choosing.getByText('Tenim una resposta per a Manresa. Respon per llegir-la.').waitFor()
    await choosing.getByRole('button', { name: 'Desa la plantilla' }).click()
    await admin.page.getByText(`Plantilla «${ASKING}» (ca, es)`).waitFor()
    await admin.page.getByText('es · Aprovada').waitFor()
    clock.advance(5_000) // channels are read anew every few seconds

    const agent = await stage.signIn('neteja@manresa.example', '/t/manresa/incidents')
    await agent.page.getByRole('link', { name: 'Configuració' }).click()
    await agent.page.getByRole('link', { name: 'Respostes desades' }).click()
    await agent.page.getByRole('button', { name: 'Afegeix una resposta' }).click()
    const dialog = agent.page.getByRole('dialog')
    await dialog.getByLabel('Nom', { exact: true }).fill('Recollit')
    expect(await dialog.getByLabel('Qui la pot fer servir').inputValue()).toMatch(/neteja/i)
    await dialog.getByLabel('Text en català').fill('Bon dia, . Ho hem recollit.')
    await dialog.getByLabel('Text en català').press('Home')
    for (let step = 0; step < 'Bon dia, '.length; step++) await dialog.getByLabel('Text en català').press('ArrowRight')
    await dialog.getByRole('button', { name: 'Insereix: nom de la persona' }).first().click()
    await dialog.getByRole('button', { name: 'Desa', exact: true }).click()
    await agent.page.getByRole('button', { name: 'Edita Recollit' }).waitFor()

    await agent.page.goto('/t/manresa/incidents')
    await openIncident(agent.page)
    await agent.page.getByText('Escriu en català').waitFor()
    await agent.page.getByText('demanarem a la persona que respongui').waitFor()
    await answerField(agent.page).click()
    await agent.page.getByRole('button', { name: 'Respostes desades' }).click()
    await agent.page.getByRole('textbox', { name: 'Cerca una resposta desada' }).fill('recol')
    await agent.page.keyboard.press('Enter')
    const chosen = agent.page.waitForEvent('filechooser')
    await agent.page.getByRole('button', { name: 'Adjunta un fitxer' }).click()
    await (await chosen).setFiles({ name: 'net.jpg', mimeType: 'image/jpeg', buffer: smallFiles.photo })
    await agent.page.getByRole('button', { name: 'Treu «net.jpg»' }).waitFor()
    await agent.page.close()

    const again = await agent.context.newPage()
    await again.goto('/t/manresa/incidents')
    await openIncident(again)
    await again.getByRole('button', { name: 'Treu «net.jpg»' }).waitFor()
    expect(await answerField(again).inputValue()).toBe('Bon dia, Rosa. Ho hem recollit.')
    await answerField(again).click()
    stage.double.fault({ code: 132001 })
    await again.getByRole('button', { name: 'Envia la resposta' }).click()
    await again.getByText('Espera que la persona escrigui').waitFor()
    await again.getByText('WhatsApp no coneix la plantilla tal com és a la configuració del canal.').waitFor()
    await again.getByRole('button', { name: 'Torna-li a demanar que respongui' }).click()
    await again.getByText('Li hem demanat que respongui.').waitFor()
    await rosa.waitFor('Tenim una resposta per a')
    expect(await answerField(again).inputValue()).toBe('')

    stage.double.fault({ code: 131026, to: '+34600000077' })
    await rosa.sends('Sí')
    await again.getByText('Aquest número no rep missatges de WhatsApp o ens ha bloquejat. (codi 131026)').waitFor()
    await again.getByRole('button', { name: 'Torna-la a enviar' }).click()
    await rosa.waitFor('Bon dia, Rosa. Ho hem recollit.')
    await again
      .getByText(/^(Entregada|Llegida)/)
      .first()
      .waitFor()
    expect([...admin.errors, ...agent.errors]).toEqual([])
  })

  test('“no” to whether it was solved opens the matter again, and what is missing is read beside it', async () => {
    const joan = stage.double.person({ channel: 'demo-sant-cebria', phone: '+34600000078', name: 'Joan' })
    await joan.sends('hola')
    await joan.waitFor('Ho acceptes?')
    await joan.taps('Accepto')
    await joan.waitFor('En què et podem ajudar?')
    await joan.sends('4')
    await joan.waitFor('Escriu el teu missatge')
    await joan.sends('Hi ha una fuita d’aigua al parc')
    await joan.waitFor('Si és d’un lloc concret')
    await joan.taps('Sense ubicació')
    await joan.waitFor('Vols afegir-hi una foto?')
    await joan.taps('Sense foto')
    await joan.waitFor('Referència:')

    const { page, errors } = await stage.signIn('serveis@sant-cebria.example', '/t/sant-cebria/incidents')
    await page
      .getByRole('link', { name: /Incidència/ })
      .first()
      .click()
    await answerField(page).fill('Hem canviat la peça.')
    await page.getByText('preguntarem a la persona si s’ha resolt').waitFor()
    await page.getByRole('button', { name: 'Envia la resposta' }).click()
    await joan.waitFor('S’ha resolt?')
    await page.getByRole('article').getByText('Resolta').first().waitFor()
    await joan.taps('No')
    await joan.waitFor('Explica’ns en un missatge què falta')
    await page.getByText('Joan diu que no s’ha resolt').waitFor()
    await page.getByRole('article').getByText('En curs').first().waitFor()
    await joan.sends('Encara degota de nit')
    await page.getByText('Encara degota de nit').waitFor()
    expect(errors).toEqual([])
  })
})
