import { demoTowns } from '@pregoner/seeds'
import { addDays, freeDays, townDate, weekdayOf } from '@pregoner/shared'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(['manresa'])
}, 120_000)
afterAll(() => stage?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await stage.shootAll('appointments')
})

const WEEK_MS = 7 * 86_400_000
const monday = (day: string) => addDays(day, 1 - weekdayOf(day))

/** How many weeks ahead the first free hour of the citizens' desk is. */
function weeksAhead(): number {
  const now = new Date()
  const town = demoTowns(now).find(demo => demo.town.key === 'manresa')?.town
  const service = town?.bookableServices?.find(({ id }) => id === 'oac')
  const calendar = town?.calendars.find(({ id }) => id === service?.calendarId)
  if (!town || !service || !calendar) throw new Error('Manresa gives no appointments')
  const [first = ''] = freeDays(service, calendar, { now, isFull: () => false })
  return Math.round((Date.parse(monday(first)) - Date.parse(monday(townDate(now, town.timeZone)))) / WEEK_MS)
}

async function choose(page: Page, label: string, option: string) {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

test('an officer makes a service, a neighbour books in the web chat, and the desk sees it live', async () => {
  const { page, errors } = await stage.signIn('officer@manresa.example', '/t/manresa/settings/appointments')
  await page.getByRole('button', { name: 'Afegeix un servei' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nom').first().fill('Registre')
  await choose(page, 'Departament', 'Turisme')
  await dialog.getByRole('button', { name: 'Desa', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Turisme · 30 minuts · 1 persona alhora').waitFor()

  const desk = await stage.signIn('oac@manresa.example', '/t/manresa/appointments')
  await desk.page.getByRole('heading', { name: 'Cites', level: 1 }).waitFor()
  for (let week = weeksAhead(); week > 0; week--) await desk.page.getByRole('button', { name: 'Dies següents' }).click()
  const visit = desk.page.getByRole('button', { name: /Rosa Planes Vila/ })
  expect(await visit.count()).toBe(0)

  const chat = (await stage.visit()).page
  await chat.goto('/chat/manresa')
  const say = async (text: string, answer: string) => {
    await chat.getByLabel('Escriviu un missatge').fill(text)
    await chat.getByRole('button', { name: 'Envia', exact: true }).click()
    await chat.getByText(answer).last().waitFor()
  }
  await say('hola', 'Què necessites?')
  await say('cita', 'Hi estàs d’acord?')
  await say('accepto', 'A quin servei vols la cita?')
  await say('oac', 'Com et dius?')
  await say('Rosa Planes Vila', 'Quin dia et va bé')
  await say('1', 'A quina hora')
  await say('1', 'Per a què és la cita?')
  await say('El padró', 'Cita confirmada')

  await visit.click() // it appeared by itself
  const about = desk.page.getByRole('dialog')
  await about.getByText('El padró').waitFor()
  await about.getByRole('button', { name: 'Anul·la la cita' }).click()
  await about.getByLabel('Missatge per a la persona').fill('Avui tanquem abans d’hora.')
  await about.getByRole('button', { name: 'Anul·la i avisa' }).click()
  await chat.getByText('Avui tanquem abans d’hora.').last().waitFor()
  await desk.page.getByRole('button', { name: /Rosa Planes Vila.*Anul·lada/ }).waitFor()
  expect([errors, desk.errors]).toEqual([[], []])
})
