import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOneStory } from './one-story.ts'
import { openStage, type Stage, type Visit } from './stage.ts'

let stage: Stage
let admin: Visit
beforeAll(async () => {
  stage = await openStage(['alzira'])
  admin = await stage.signIn('admin@alzira.example', '/t/alzira/settings/calendars')
}, 60_000)
afterAll(() => stage?.close())
inOneStory(() => stage.shootAll('calendar'))

const dialog = (page: Page) => page.getByRole('dialog')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const saved = async () => (await stage.runtime.stores.towns.get('alzira'))?.calendars[0]

test('an administrator closes a bridge in the year by keyboard alone, and copies it to the next', async () => {
  const { page } = admin
  await page.getByRole('link', { name: /^Vista de l’any: Ajuntament d’Alzira/ }).click()
  const { pathname } = new URL(page.url())
  const year = Number(pathname.split('/').at(-1))
  await page.goto(`${pathname.slice(0, -4)}${year + 1}`)
  const first = page.getByRole('gridcell', { name: new RegExp(`1 de gener del ${year + 1}: Festiu, Cap d’Any`) })
  await first.focus()
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'PageDown', 'ArrowRight', 'ArrowDown'])
    await page.keyboard.press(key)
  expect(await focused(page)).toContain(`9 de maig del ${year + 1}`)
  await page.keyboard.press('Home')
  const day = await focused(page)
  expect(day).toMatch(/^Dilluns, .*: Obert, 08:30–14:00/)

  await page.keyboard.press('Enter')
  await dialog(page)
    .getByRole('radio', { name: /^Com sempre/ })
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Pont de maig')
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await page.getByRole('gridcell', { name: /Tancat per excepció, Pont de maig/ }).waitFor()
  await expect.poll(() => focused(page)).toContain('Pont de maig')
  const [bridge] = (await saved())?.exceptions ?? []
  expect(bridge).toMatchObject({ name: 'Pont de maig', intervals: [] })
  expect(bridge?.from).toBe(bridge?.to)

  await page.getByRole('button', { name: `Copia les excepcions a ${year + 2}` }).click()
  await page.getByText(`S’ha copiat un dia a ${year + 2}`).waitFor()
  expect((await saved())?.exceptions.map(({ from }) => from.slice(0, 4))).toEqual([`${year + 1}`, `${year + 2}`])
})

test('other hours over the usual ones are taken back by choosing the usual ones', async () => {
  const { page } = admin
  await page.getByRole('gridcell', { name: /Pont de maig/ }).click()
  await dialog(page).getByRole('radio', { name: 'Un altre horari' }).check()
  await dialog(page).getByRole('button', { name: 'Desa el dia' }).click()
  await page.getByRole('gridcell', { name: /Obert amb un altre horari, 09:00–13:00, Pont de maig/ }).click()
  await dialog(page)
    .getByRole('radio', { name: /^Com sempre: 08:30–14:00/ })
    .check()
  await dialog(page).getByRole('button', { name: 'Desa el dia' }).click()
  await dialog(page).waitFor({ state: 'detached' })
  await page.getByRole('gridcell', { name: /Pont de maig/ }).waitFor({ state: 'detached' })
})

test('an officer reads the next four of a bulletin on the phone, and they follow what is written', async () => {
  const { page, errors } = await stage.signIn('officer@alzira.example', '/t/alzira/broadcasts')
  await page.getByRole('link', { name: /^Butlletins/ }).click()
  await page.getByRole('link', { name: /^Resum setmanal/ }).click()
  const phone = page.getByRole('log')
  await phone.getByText('Esta setmana a Alzira').waitFor()
  await page.getByRole('radiogroup', { name: 'Llengua de la vista prèvia' }).getByText('castellà').click()
  await phone.getByText('Ofertas de trabajo de Idea').waitFor()
  const dates = page.getByRole('radiogroup', { name: 'Els quatre propers' })
  expect(await dates.getByRole('radio').count()).toBe(4)
  await dates.getByRole('radio').last().focus()
  await page.keyboard.press('Space')
  await phone.getByText('no sortirà').waitFor()

  await page.getByLabel('Al principi', { exact: false }).last().fill('*Agenda de {{town.name}}*')
  await dates.getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await phone.getByText('Agenda de Alzira').waitFor()
  await page.getByRole('checkbox', { name: 'divendres' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Desa el butlletí' }).first().click()
  await page.getByText('Desat.').waitFor()
  const kept = await stage.runtime.stores.bulletins.get('alzira', 'alzira-resum')
  expect(kept).toMatchObject({ weekdays: [1, 5], intro: { es: '*Agenda de {{town.name}}*' } })
  expect(errors).toEqual([])
})

test('says nothing wrong while all that was done', () => {
  expect(admin.errors).toEqual([])
})
