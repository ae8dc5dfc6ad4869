import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hotp, stepAt } from '../../runtime/src/accounts/totp.ts'
import { APP_SECRET } from '../channels/town-server.ts'
import { readCode } from '../read-code.ts'
import { inOneStory } from './one-story.ts'
import { openStage, type Stage, type Visit } from './stage.ts'

const NEW_PASSWORD = 'una frase que recordo'
const EMAIL = 'nova@manresa.example'
let stage: Stage
let admin: Visit
let aina: Visit
beforeAll(async () => {
  stage = await openStage(['manresa'])
  admin = await stage.signIn('admin@manresa.example', '/t/manresa/settings/departments')
  aina = await stage.visit({ viewport: { width: 380, height: 780 } })
}, 60_000)
afterAll(() => stage?.close())
inOneStory(() => stage.shootAll('settings'))

const dialog = (page: Page) => page.getByRole('dialog')
const section = (name: string) =>
  admin.page.getByRole('navigation', { name: 'Parts de la configuració' }).getByRole('link', { name }).click()

/** The bytes of a base 32 text, as an authenticator app reads them. */
function bytesOf(text: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map(char => letters.indexOf(char).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

test('an administrator adds a department, and is told why another one must stay', async () => {
  const { page } = admin
  await page.getByRole('button', { name: 'Afegeix un departament' }).click()
  await dialog(page).getByRole('button', { name: 'Desa' }).click()
  await dialog(page).getByText('Cal un nom').waitFor()
  await dialog(page).getByLabel('Nom en català').fill('Arxiu municipal')
  await dialog(page).getByRole('button', { name: 'Desa' }).click()
  await page.getByRole('heading', { name: 'Arxiu municipal', exact: true }).waitFor()

  await page.getByRole('button', { name: 'Edita Serveis Socials' }).click()
  await dialog(page).getByRole('button', { name: 'Esborra' }).click()
  await dialog(page).getByText('no es pot esborrar').waitFor()
  await dialog(page)
    .getByRole('link', { name: /Canal de Manresa/ })
    .waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Edita Arxiu municipal' }).click()
  await dialog(page).getByRole('button', { name: 'Esborra' }).click()
  await dialog(page).getByRole('button', { name: 'Esborra «Arxiu municipal»' }).click()
  await page.getByRole('heading', { name: 'Arxiu municipal', exact: true }).waitFor({ state: 'detached' })
})

test('hours with a break are saved, and those that overlap are not', async () => {
  const { page } = admin
  await section('Calendaris')
  await page.getByRole('button', { name: 'Afegeix un calendari' }).click()
  await dialog(page).getByLabel('Nom', { exact: true }).fill('Biblioteca')
  await dialog(page).getByRole('button', { name: 'Afegeix un torn: dilluns' }).click()
  await dialog(page).getByRole('button', { name: 'Afegeix un torn: dilluns' }).click()
  await dialog(page).getByLabel('dilluns, torn 2: obre a les').fill('12:00')
  await dialog(page).getByText('Dos torns se solapen.').waitFor()
  await dialog(page).getByRole('button', { name: 'Desa' }).click()
  await dialog(page).getByText('Corregiu els camps marcats').waitFor()
  await dialog(page).getByLabel('dilluns, torn 2: obre a les').fill('16:00')
  await dialog(page).getByRole('button', { name: 'Desa' }).click()
  await page.getByRole('heading', { name: 'Biblioteca', exact: true }).waitFor()
  const saved = (await stage.runtime.stores.towns.get('manresa'))?.calendars.find(({ id }) => id === 'biblioteca')
  expect(saved?.weekly.mon).toEqual([
    { from: '09:00', to: '13:00' },
    { from: '16:00', to: '18:00' },
  ])
  expect(saved?.publicHolidays.length).toBeGreaterThan(20)
})

test('an administrator sees what a period would delete, saves it, has it done and reads the report', async () => {
  const { page } = admin
  const at = new Date(Date.now() - 100 * 86_400_000)
  const old = { town: 'manresa', convId: 'manresa:algu', at, text: 'fa temps', media: [], place: null }
  await stage.runtime.stores.messages.insert([1, 2, 3].map(seq => ({ ...old, _id: `manresa:algu:${seq}`, seq })))
  await section('Conservació')
  await page.getByLabel('Missatges: quant de temps').fill('20')
  await page.getByRole('combobox', { name: 'Missatges: dies o mesos' }).click()
  await page.getByRole('option', { name: 'dies', exact: true }).click()
  await page.getByText('Ha de ser entre 31 dies i 60 mesos.').waitFor()
  await page.getByLabel('Missatges: quant de temps').fill('90')
  await page.getByRole('button', { name: 'Mira què s’esborraria avui' }).click()
  await page.getByRole('heading', { name: 'Avui s’esborrarien 3 elements' }).waitFor()
  await page.getByRole('button', { name: 'Desa aquests terminis' }).click()
  await page.getByText('Canviat per').waitFor()
  expect((await stage.runtime.stores.retentions.policyOf('manresa')).policy.messages).toEqual({
    ...{ count: 90, unit: 'days' },
  })

  await page.getByRole('button', { name: 'Mira què s’esborraria avui' }).click()
  await page.getByRole('button', { name: 'Esborra-ho ara' }).click()
  await page.getByRole('button', { name: 'Esborra 3 elements' }).click()
  const report = page.getByRole('row').filter({ hasText: 'A mà' })
  await report.getByText('Acabat').waitFor()
  await report.getByText('Missatges 3').waitFor()
  await page.getByRole('button', { name: 'Mira què s’esborraria avui' }).click()
  await page.getByText('Tot està al dia.').waitFor()
})

test('whoever connects a number reads what is wrong and what to do about it', async () => {
  const { page } = admin
  const elsewhere = {
    kind: 'whatsapp',
    townKey: 'lluny',
    displayNumber: '644',
    state: 'live',
    pausedReason: null,
  } as const
  await stage.runtime.stores.channels.create({ ...elsewhere, key: 'lluny', phoneNumberId: 'number-of-lluny' })
  await section('Canals')
  await page.getByRole('button', { name: 'Credencials', exact: true }).click()
  await dialog(page).getByLabel('Identificador del número').fill('644 069 801')
  await dialog(page).getByRole('button', { name: 'Desa les credencials' }).click()
  await dialog(page).getByText('no és el número de telèfon').waitFor()
  await dialog(page).getByLabel('Identificador del número').fill('number-of-lluny')
  await dialog(page).getByRole('button', { name: 'Desa les credencials' }).click()
  await dialog(page).getByText('ja està connectat en un altre lloc').waitFor()
  expect(await dialog(page).textContent()).not.toContain('lluny')
  expect(admin.errors.splice(0)).toEqual([expect.stringContaining('409')])

  await dialog(page).getByLabel('Identificador del número').fill('demo-manresa')
  await dialog(page).getByLabel('Secret de l’aplicació (app secret)', { exact: true }).fill('secret of another app')
  await dialog(page).getByRole('button', { name: 'Desa les credencials' }).click()
  const step = page.getByRole('listitem').filter({ hasText: '1. Credencials' })
  await step.getByText('Copieu tots dos de la mateixa aplicació de Meta.').waitFor()
  await step.getByText('no va', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Credencials', exact: true }).click()
  await dialog(page).getByLabel('Secret de l’aplicació (app secret)', { exact: true }).fill(APP_SECRET)
  await dialog(page).getByRole('button', { name: 'Desa les credencials' }).click()
  await step.getByText('no va', { exact: true }).waitFor({ state: 'detached' })
})

test('somebody comes in by a link, on a phone', async () => {
  const { page } = admin
  await section('Persones')
  await page.getByRole('button', { name: 'Convida una persona' }).click()
  await dialog(page).getByLabel('Adreça electrònica').fill(EMAIL)
  await dialog(page).getByLabel('Comunicació').check()
  await dialog(page).getByRole('button', { name: 'Crea l’enllaç' }).click()
  const link = await dialog(page).locator('code').textContent()
  await dialog(page).getByRole('button', { name: 'Ja el tinc' }).click()

  await aina.page.goto(link ?? '')
  await aina.page.getByRole('heading', { name: 'Us han convidat a Manresa' }).waitFor()
  await aina.page.getByLabel('Nom i cognoms').fill('Aina Serra')
  await aina.page.getByLabel('Trieu una contrasenya', { exact: true }).fill(NEW_PASSWORD)
  await aina.page.getByRole('button', { name: 'Entra a l’ajuntament' }).click()
  await aina.page.waitForURL('**/t/manresa/flows')
})

test('a town that asks for a second factor lets her in again once she has one', async () => {
  await stage.runtime.accounts.requireSecondFactor('manresa', true)
  const { page } = aina
  await page.reload()
  await page.getByText('Manresa demana un segon factor.').waitFor()
  await page.getByRole('button', { name: 'Activa el segon factor' }).click()
  await page.getByLabel('Contrasenya actual', { exact: true }).first().fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Continua' }).click()
  const key = (await page.locator('ol code').textContent())?.replaceAll(' ', '') ?? ''
  await page.getByLabel('Codi de 6 xifres').fill(hotp(bytesOf(key), stepAt(new Date())))
  await page.getByRole('button', { name: 'Activa’l amb aquest codi' }).click()
  const recovery = await page.getByRole('list').last().getByRole('listitem').first().textContent()
  await page.getByRole('button', { name: 'Ja els he desat' }).click()
  await page.getByRole('link', { name: 'Torna a la feina' }).click()
  await page.waitForURL('**/t/manresa/flows')
  await stage.runtime.accounts.requireSecondFactor('manresa', false)

  await aina.context.clearCookies()
  await page.goto('/signin?to=/t/manresa/flows')
  await page.getByLabel('Adreça electrònica').fill(EMAIL)
  await page.getByLabel('Contrasenya', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Entra', exact: true }).click()
  await page.getByLabel('Codi', { exact: true }).fill(recovery ?? '')
  await page.getByRole('button', { name: 'Entra', exact: true }).click()
  await page.waitForURL('**/t/manresa/flows')
})

test('X19: who loses access is out at once', async () => {
  const { page } = admin
  await page.reload()
  await page.getByRole('button', { name: 'Edita Aina Serra' }).click()
  await dialog(page).getByRole('button', { name: 'Treu-li l’accés' }).click()
  await dialog(page).getByText('Voleu treure l’accés a Aina Serra?').waitFor()
  await dialog(page).getByRole('button', { name: 'Treu-li l’accés' }).click()
  await page.getByText('Aina Serra ja no pot entrar.').waitFor()
  await aina.page.getByRole('heading', { name: 'Entreu' }).waitFor()
})

test('a number is connected step by step, down to its first message', async () => {
  const { page } = admin
  await section('Canals')
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await step('1. Credencials').getByRole('button', { name: 'Ompliu-les' }).click()
  await dialog(page)
    .getByLabel(/WhatsApp Business account id/)
    .fill('waba-demo-manresa')
  await dialog(page).getByRole('button', { name: 'Desa les credencials' }).click()
  await step('Plantilles').getByText('1 aprovades de 1.').waitFor()
  await stage.double.verifyHandshake('demo-manresa')
  await stage.double.person({ phone: '34600000009' }).sends('hola')
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Torna-ho a comprovar' }).click()
      return step('5. Primer missatge').getByText('L’últim va arribar').count()
    })
    .toBe(1)
  await step('3. Adreça').getByText('Meta la va verificar').waitFor()

  await section('Cartells')
  await page.getByText('https://wa.me/34644069801?text=hola').waitFor()
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descarrega PNG' }).click(),
  ])
  expect(png.suggestedFilename()).toBe('manresa-whatsapp.png')
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descarrega SVG' }).click(),
  ])
  expect(await readCode(await readFile(await png.path()))).toBe('https://wa.me/34644069801?text=hola')
  const drawn = await admin.context.newPage()
  await drawn.setContent(await readFile(await svg.path(), 'utf8'))
  expect(await drawn.getByText('Escriviu-nos per WhatsApp').count()).toBe(1)
  expect(await readCode(await drawn.locator('svg').screenshot())).toBe('https://wa.me/34644069801?text=hola')
  await drawn.close()
  expect([admin.errors, aina.strangers, admin.strangers]).toEqual([[], [], []])
})
