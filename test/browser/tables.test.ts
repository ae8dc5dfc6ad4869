import { addDays, townDate } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOneStory } from './one-story.ts'
import { openStage, type Stage, type Visit } from './stage.ts'

let stage: Stage
let officer: Visit
const today = townDate(new Date(), 'Europe/Rome')
const days = (count: number) => addDays(today, count)
const stored = async () => (await stage.runtime.stores.towns.get('empoli'))?.tables.find(({ id }) => id === 'numeri')

beforeAll(async () => {
  stage = await openStage(['empoli'])
  officer = await stage.signIn('officer@empoli.example', '/t/empoli/settings/tables')
}, 60_000)
afterAll(() => stage?.close())
inOneStory(() => stage.shootAll('tables'))

test('an officer pastes rows from Excel, mends the fault told at its cell by keyboard, and saves', async () => {
  const { page } = officer
  await page.getByRole('link', { name: 'Edita les files de Numeri utili' }).click()
  const grid = page.getByRole('grid', { name: 'Numeri utili' })
  await grid.focus()
  await page.evaluate(
    text => navigator.clipboard.writeText(text),
    `${today}\t${days(30)}\tFarmacia Nova\tcap\n${today}\t${days(30)}\tBiblioteca\t0571 757 840`,
  )
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+V')
  await grid.getByText('Biblioteca').waitFor()
  const fault = page.getByRole('button', { name: /^Fila 5, Telefono: no és un telèfon/ })
  await fault.waitFor()
  expect(await page.locator('td[aria-invalid="true"]').count()).toBe(1)

  await page.getByRole('button', { name: 'Desa la taula' }).focus()
  await page.keyboard.press('Enter')
  expect(await grid.evaluate(element => element === document.activeElement)).toBe(true)
  await page.keyboard.type('0571 700 999')
  await page.keyboard.press('Enter')
  await fault.waitFor({ state: 'detached' })
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+Z')
  await page.getByRole('button', { name: 'Desa la taula' }).click()
  await page.getByText('La taula s’ha desat').waitFor()
  const rows = (await stored())?.rows.slice(-2)
  expect(rows?.map(({ from, values }) => [from, values.nome, values.telefono])).toEqual([
    [today, 'Farmacia Nova', '0571 700 999'],
    [today, 'Biblioteca', '0571 757 840'],
  ])
})

test('says nothing wrong while all that was done', () => {
  expect(officer.errors).toEqual([])
})
