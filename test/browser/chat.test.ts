import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFiles } from '../whatsapp-double/index.ts'
import { arrowTo, enter, tabTo } from './keyboard.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const CHAT = '/chat/alzira'
const PHONE = { viewport: { width: 380, height: 760 }, hasTouch: true, isMobile: true }
const PHOTO = { name: 'contenidor.jpg', mimeType: 'image/jpeg', buffer: smallFiles.photo }

describe('the web chat', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['alzira'])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('chat')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const logOf = (page: Page) => page.getByRole('log')
  const heard = (page: Page, words: string | RegExp) => logOf(page).getByText(words).last().waitFor()
  const lineOf = (page: Page) => page.getByLabel('Escriviu un missatge')

  async function say(page: Page, words: string) {
    await lineOf(page).fill(words)
    await page.getByRole('button', { name: 'Envia', exact: true }).click()
  }

  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  test('on a phone, by touch: buttons, a list, a photo and a place; a reload keeps it all', async () => {
    const geolocation = { latitude: 39.1512, longitude: -0.4353 }
    const { page, errors, strangers } = await stage.visit({ ...PHONE, geolocation, permissions: ['geolocation'] })
    await page.goto(CHAT)
    await page.getByRole('button', { name: 'Hola' }).tap()
    await heard(page, 'Tria la llengua')
    await page.getByRole('button', { name: 'Valencià' }).tap()
    await heard(page, 'Què necessites?')
    await page.getByRole('button', { name: 'Veure el menú' }).tap()
    const list = page.getByRole('dialog', { name: 'Veure el menú' })
    await list.getByText('1. Telèfons d’interés').tap()
    await stage.shoot(page, 'chat-list')
    await list.getByRole('button', { name: 'Envia' }).tap()
    await heard(page, 'Emergències: 112')

    await say(page, 'incidència')
    await heard(page, 'Hi estàs d’acord?')
    await page.getByRole('button', { name: 'Accepto', exact: true }).last().tap()
    await heard(page, 'Conta’ns què passa')
    await say(page, 'Hi ha un contenidor cremat')
    await heard(page, 'envia’ns una foto')
    await page.getByRole('button', { name: 'Adjunta una foto o un lloc' }).tap()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Foto o fitxer' }).tap()
    await (await chooser).setFiles(PHOTO)
    await heard(page, 'Rebut.')
    await page.getByRole('button', { name: 'Ja està' }).last().tap()
    await heard(page, 'On és exactament?')
    await page.getByRole('button', { name: 'Envia la ubicació' }).tap()
    await page.getByRole('button', { name: 'Soc aquí: envia la meva ubicació' }).tap()
    await heard(page, /Ja tenim el teu avís: és el ALZ-\w{7}\. Vols que t’avisem/)
    await page.getByRole('button', { name: 'Sí', exact: true }).last().tap()
    await heard(page, /El departament de Serveis ja té la teua incidència, número/)
    await heard(page, '39.15120, -0.43530')

    const photo = logOf(page).getByRole('img', { name: 'contenidor.jpg' })
    const widthOfPhoto = () => photo.evaluate(element => element instanceof HTMLImageElement && element.naturalWidth)
    await photo.scrollIntoViewIfNeeded()
    await soon(widthOfPhoto).toBeGreaterThan(0)
    expect(await overflow(page)).toBe(0)
    await stage.shoot(page, 'chat-phone')

    const words = await logOf(page).textContent()
    await page.reload()
    await soon(() => logOf(page).textContent()).toBe(words)
    expect({ errors, strangers }).toEqual({ errors: [], strangers: [] })
  })

  test('by the keyboard alone: words, buttons, numbers, a list and a place', async () => {
    const { page, errors } = await stage.visit()
    const { keyboard } = page
    const write = async (words: string) => {
      await tabTo(page, lineOf(page))
      await keyboard.type(words)
      await keyboard.press('Enter')
    }
    const press = (name: string) => enter(page, page.getByRole('button', { name, exact: true }).last())

    await page.goto(CHAT)
    await write('hola')
    await heard(page, 'Tria la llengua')
    await press('Castellano')
    await heard(page, '¿Qué necesitas?')
    await write('1')
    await heard(page, 'Emergencias: 112')
    await write('hola')
    await soon(() => page.getByRole('button', { name: 'Ver el menú' }).count()).toBeGreaterThan(1)
    await press('Ver el menú')
    await arrowTo(page, page.getByRole('radio', { name: /^2\. / }))
    await keyboard.press('Space')
    await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Envia', exact: true }))
    await heard(page, /^2\. /)

    await write('incidencia')
    await heard(page, '¿Estás de acuerdo?')
    await press('Acepto')
    await heard(page, 'Cuéntanos qué pasa')
    await write('Hay un contenedor quemado')
    await press('No tengo')
    await heard(page, '¿Dónde está exactamente?')
    await press('Adjunta una foto o un lloc')
    await press('Lloc')
    await tabTo(page, page.getByLabel('O escriviu una adreça o unes coordenades'))
    await keyboard.type('39,1512 -0,4353')
    await keyboard.press('Enter')
    await heard(page, /ALZ-\w{7}/)
    await stage.shoot(page, 'chat-keyboard')
    expect(errors).toEqual([])
  })

  test('what is written without a connection is kept and sent when it is back', async () => {
    const { page, context } = await stage.visit(PHONE)
    await page.goto(CHAT)
    await page.getByRole('heading', { name: 'Alzira' }).waitFor()
    await context.setOffline(true)
    await say(page, 'hola')
    await page.getByText('No hi ha connexió.').waitFor()
    await logOf(page).getByText('S’enviarà quan torni la connexió').waitFor({ state: 'attached' })
    await context.setOffline(false)
    await heard(page, 'Tria la llengua')
    await page.getByText('No hi ha connexió.').waitFor({ state: 'hidden' })
    expect(await logOf(page).getByText('hola', { exact: true }).count()).toBe(1)
  })

  test('the chat of a town that is not there says so', async () => {
    const { page } = await stage.visit()
    await page.goto('/chat/atlantida')
    await page.getByRole('heading', { name: 'Aquest xat no existeix' }).waitFor()
  })
})
