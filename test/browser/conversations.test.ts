import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFiles } from '../whatsapp-double/index.ts'
import { openStage, type Stage } from './stage.ts'

const CONVERSATIONS = '/t/alzira/conversations'
const PHOTO = { name: 'contenidor.jpg', mimeType: 'image/jpeg', buffer: smallFiles.photo }

describe('conversations', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['alzira'])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('conversations')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const heard = (page: Page, words: string | RegExp) => page.getByRole('log').getByText(words).last().waitFor()
  const rowOf = (page: Page, words: string) =>
    page.getByRole('list', { name: 'Llista de converses' }).getByRole('link').filter({ hasText: words })

  async function say(page: Page, words: string, answer: string | RegExp) {
    await page.getByLabel('Escriviu un missatge').fill(words)
    await page.getByRole('button', { name: 'Envia', exact: true }).click()
    await heard(page, answer)
  }

  test('what a neighbour writes is seen as it happens, found, and kept unanswered once they are blocked', async () => {
    const [officer, agent, neighbour] = await Promise.all([
      stage.signIn('officer@alzira.example', CONVERSATIONS),
      stage.signIn('serveis@alzira.example', CONVERSATIONS),
      stage.visit(),
    ])
    await officer.page.getByText('Encara no ha escrit ningú').waitFor()
    await agent.page.getByText('Encara no ha escrit ningú').waitFor()

    const chat = neighbour.page
    await chat.goto('/chat/alzira')
    await say(chat, 'hola', 'Tria la llengua')
    await chat.getByRole('button', { name: 'Valencià' }).click()
    await heard(chat, 'Què necessites?')
    await rowOf(officer.page, 'Valencià').click()
    await heard(officer.page, 'Què necessites?')
    await say(chat, 'incidència', 'Hi estàs d’acord?')
    await chat.getByRole('button', { name: 'Accepto', exact: true }).last().click()
    await heard(chat, 'Conta’ns què passa')
    await say(chat, 'Hi ha un contenidor cremat', 'envia’ns una foto')
    await heard(officer.page, 'Hi ha un contenidor cremat')
    expect(await rowOf(agent.page, 'contenidor').count()).toBe(0)
    const chooser = chat.waitForEvent('filechooser')
    await chat.getByRole('button', { name: 'Adjunta una foto o un lloc' }).click()
    await chat.getByRole('button', { name: 'Foto o fitxer' }).click()
    await (await chooser).setFiles(PHOTO)
    await heard(chat, 'Rebut.')
    await chat.getByRole('button', { name: 'Ja està' }).last().click()
    await heard(chat, 'On és exactament?')
    await say(chat, 'Carrer Major, 3', 'Vols que t’avisem')
    await rowOf(agent.page, 'Carrer Major, 3').waitFor() // as soon as it is a matter of their department
    await chat.getByRole('button', { name: 'No', exact: true }).click()
    await heard(chat, /incidència, número/)

    const about = officer.page.getByRole('region', { name: 'Dades' })
    await about.getByRole('link', { name: /^ALZ-/ }).waitFor()
    await about.getByText('Acceptat').waitFor()
    await about.getByRole('button', { name: 'Mostra la foto 1 de 1 en gran' }).waitFor()
    await officer.page.getByRole('region', { name: 'Camí' }).getByText('Incidències al carrer, acaba aquí').waitFor()

    await say(chat, 'avisos', 'Què vols rebre en este xat?')
    await say(chat, '1', 'Fet! Guarda este número')
    await about.getByText('Subscrit').waitFor()

    const search = officer.page.getByRole('searchbox', { name: 'Nom, telèfon o paraules' })
    await search.fill('CONTÈNIDOR')
    await officer.page.getByText('S’ha cercat en tots els missatges.').waitFor()
    expect(
      await officer.page.getByRole('list', { name: 'Converses trobades' }).locator('mark').allTextContents(),
    ).toEqual(['contenidor'])
    await search.fill('farola')
    await officer.page.getByText('No s’ha trobat cap conversa').waitFor()
    await search.fill('')

    await officer.page.getByRole('button', { name: 'Bloqueja', exact: true }).click()
    const dialog = officer.page.getByRole('dialog')
    await dialog.getByLabel('Motiu, per a qui ho miri després').fill('Insulta')
    await dialog.getByRole('button', { name: 'Bloqueja Sense nom' }).click()
    await officer.page.getByText('Insulta').waitFor()
    await rowOf(agent.page, 'Bloquejat').waitFor()
    await chat.getByLabel('Escriviu un missatge').fill('Sou uns inútils')
    await chat.getByRole('button', { name: 'Envia', exact: true }).click()
    await heard(officer.page, 'Sou uns inútils')
    await heard(chat, 'Sou uns inútils')
    expect(await chat.getByRole('log').textContent()).toMatch(/Sou uns inútils\d\d:\d\d(?:Enviat)?$/)
    expect([...officer.errors, ...agent.errors, ...neighbour.errors]).toEqual([])
  })

  test('how far a WhatsApp message got is seen as it becomes known, and why it failed', async () => {
    const { page, errors } = await stage.signIn('officer@alzira.example', CONVERSATIONS)
    const pau = stage.double.person({ phone: '+34600000055', name: 'Pau' })
    await pau.sends('hola')
    await rowOf(page, 'Pau').click()
    await page.getByRole('log').getByText('Llegit').first().waitFor()
    stage.double.fault({ code: 131026, to: '+34600000055' })
    await pau.sends('1')
    await page.getByRole('log').getByText('No s’ha pogut entregar').waitFor()
    expect(errors).toEqual([])
  })
})
