import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFiles } from '../whatsapp-double/index.ts'
import { openStage, type Stage } from './stage.ts'

const OFFICER = 'officer@alzira.example'
const PHOTO = { name: 'riu.jpg', mimeType: 'image/jpeg', buffer: smallFiles.photo }

describe('a notice', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['alzira'])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('notices')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const heard = (page: Page, words: string | RegExp) => page.getByRole('log').getByText(words).last().waitFor()
  async function say(page: Page, words: string) {
    await page.getByLabel('Escriviu un missatge').fill(words)
    await page.getByRole('button', { name: 'Envia', exact: true }).click()
  }
  async function citizen() {
    const visit = await stage.visit({ viewport: { width: 380, height: 760 } })
    await visit.page.goto('/chat/alzira')
    return visit
  }

  test('is written, looked at, tried on oneself, and sent to those who asked for it, who read it in the chat', async () => {
    const subscriber = await citizen()
    await say(subscriber.page, 'ALTA 1')
    await heard(subscriber.page, 'Fet: t’avisarem de Alertes')
    const other = await citizen()
    await say(other.page, 'alta 3')
    await heard(other.page, 'Notícies d’interés')

    const { page, errors } = await stage.signIn(OFFICER, '/t/alzira/broadcasts')
    await page.getByRole('link', { name: 'Escriviu un avís' }).click()
    await page.getByLabel('Nom', { exact: true }).fill('Riu alt')
    const texts = page.getByRole('group', { name: 'Text' }).getByRole('textbox')
    await texts.first().fill('El riu Xúquer va *alt*: no baixeu a la vora.')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Trieu una imatge' }).click()
    await (await chooser).setFiles(PHOTO)
    await page.getByRole('log').locator('img').waitFor()
    await page.getByRole('status').getByText('Arriba a 2 persones').waitFor()
    await page.getByLabel('Apuntats a').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: 'Alertes' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('status').getByText('Arriba a 1 persona').waitFor()
    await heard(page, 'no baixeu a la vora')
    await stage.shoot(page, 'notice-written')

    await page.getByRole('button', { name: 'Prova-ho al meu telèfon' }).click()
    const trying = page.getByRole('dialog', { name: 'Prova-ho al meu telèfon' })
    const code = (await trying.locator('code').textContent()) ?? ''
    const own = await citizen()
    await say(own.page, code)
    await trying.getByText('La prova va al vostre xat web.').waitFor()
    await trying.getByRole('button', { name: 'Envia’m la prova' }).click()
    await heard(own.page, 'no baixeu a la vora')

    await page.getByRole('button', { name: 'Envia-ho…' }).click()
    await stage.shoot(page, 'notice-sending')
    await page.getByRole('button', { name: 'Envia-ho a 1 persona' }).click()
    await page.getByText('1 de 1 enviats').first().waitFor()
    await page.getByText('Enviat', { exact: true }).waitFor()
    await heard(subscriber.page, 'no baixeu a la vora')
    await stage.shoot(page, 'notice-sent')
    expect(await other.page.getByRole('log').getByText('no baixeu a la vora').count()).toBe(0)

    await page.getByRole('link', { name: 'Tots els avisos' }).click()
    await page.getByRole('link', { name: /Riu alt/ }).waitFor()
    expect([errors, subscriber.errors]).toEqual([[], []])
  })
})
