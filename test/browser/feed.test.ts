import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openMany } from '../bench/desk/many-incidents.ts'
import { smallFiles } from '../whatsapp-double/index.ts'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const INCIDENTS = '/t/manresa/incidents'
const MANY = 300
const MAX_ROWS = 40 // in a window of 900 px

/** What the page was asked to show or sound, noted before it does. */
interface Noted {
  shown: { title: string; body: string | undefined }[]
  /** States of the sound device when a tone began. */
  tones: string[]
}

/** Runs in the page before anything else. */
function noteAlerts(): void {
  const noted: Noted = { shown: [], tones: [] }
  const { start } = OscillatorNode.prototype
  OscillatorNode.prototype.start = function (when) {
    noted.tones.push(this.context.state)
    start.call(this, when)
  }
  window.Notification = class extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options)
      noted.shown.push({ title, body: options?.body })
    }
  }
  Object.assign(window, { noted })
}
const notedIn = (page: Page) => page.evaluate(() => (window as unknown as { noted: Noted }).noted)

describe('the incident feed', () => {
  let stage: Stage
  let phones = 0

  beforeAll(async () => {
    stage = await openStage(['manresa'])
    await openMany(stage.runtime, MANY)
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('feed')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const row = (page: Page, what: string | RegExp) => page.getByRole('link', { name: what })
  const rows = (page: Page) => page.getByRole('list', { name: 'Llista d’incidències' }).locator('li[data-index]')
  const focusedRow = (page: Page) =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index)

  /** A neighbour reports something through the town's own flow. */
  async function report(topic: string, what: string, where: string): Promise<void> {
    phones += 1
    const person = stage.double.person({ phone: `+3460000010${phones}`, name: 'Maria Puig' })
    await person.sends('incidència')
    await person.waitFor('De què es tracta?')
    await person.taps(topic)
    await person.waitFor('Explica’ns què passa.')
    await person.sends(what)
    await person.waitFor('On és?')
    await person.sends(where)
    await person.waitFor('Si en tens una foto')
    await person.sends('no')
    await person.waitFor('El número de la incidència és')
  }

  /** An incident with two photos, of which one never comes, and a third that followed. */
  async function openedWithPhotos(): Promise<string> {
    const { incidents, media } = stage.runtime.stores
    const keep = (caption: string) => media.save('manresa', smallFiles.photo, { owner: { kind: 'town' }, caption })
    const [one, later] = await Promise.all([keep('Vista des del pont'), keep('I avui encara')])
    const convId = 'manresa:with-photos'
    const origin = { convId, channelId: 'manresa', channelKind: 'whatsapp' as const, contactName: null }
    const opening = {
      ...{
        kind: 'open_incident' as const,
        departmentId: 'parcs',
        personId: null,
        category: 'parcs',
        language: 'ca' as const,
      },
      ...{ mode: 'one_answer' as const, priority: 'normal' as const, reference: 'MAN-FOTOS', place: null },
      ...{ summary: 'Un arbre caigut', text: 'Un arbre caigut', answers: {}, flowId: 'incidencia', node: 'route' },
      media: [one, { ...one, mediaId: 'never-comes', caption: null }],
    }
    const at = new Date()
    const from = { ...origin, windowEndsAt: null }
    const { summary } = await incidents.openIncident('manresa', `${convId}:1:0`, from, opening, at)
    const words = { text: 'Hi torno a ser', media: [later], place: null }
    const about = { convId, reference: 'MAN-FOTOS', effectId: `${convId}:2:0` }
    await incidents.addCitizenWords('manresa', about, words, { at, windowEndsAt: null })
    return summary.id
  }

  test('however many there are, a few rows are in the page; keys reach all, and nothing moves under a reader', async () => {
    const { page } = await stage.signIn('officer@manresa.example', INCIDENTS)
    await row(page, /./).first().waitFor()
    const listed = async () => Number(await rows(page).first().getAttribute('aria-setsize'))
    expect(await listed()).toBe(MANY)
    await rows(page).first().getByRole('link').focus()
    for (let step = 0; step < 60; step++) await page.keyboard.press('ArrowDown')
    await soon(() => focusedRow(page)).toBe('60')
    expect(await rows(page).count()).toBeLessThanOrEqual(MAX_ROWS)
    const read = page.locator('li[data-index]:focus-within')
    const words = await read.textContent()
    const before = await read.boundingBox()
    await report('Neteja i residus', 'Un sofà al carrer', 'Carrer Nou, 177')
    await page.getByRole('button', { name: '1 de nova' }).waitFor()
    expect([await read.textContent(), (await read.boundingBox())?.y]).toEqual([words, before?.y])

    await page.getByRole('button', { name: '1 de nova' }).click()
    await row(page, /Carrer Nou, 177/).waitFor()
    await soon(() => focusedRow(page)).toBe('0')
    await soon(listed).toBe(MANY + 1)
  })

  test('when the row with the focus leaves the list, its neighbour has the focus', async () => {
    const { page } = await stage.signIn('officer@manresa.example', `${INCIDENTS}?status=new`)
    await rows(page).nth(1).getByRole('link').focus()
    const [leaving, neighbour] = [await rows(page).nth(1).textContent(), await rows(page).nth(2).textContent()]
    const open = { status: 'new' as const, limit: 2 }
    const scope = { townKey: 'manresa', role: 'officer' as const, departments: [], personId: 'o', personName: 'Berta' }
    const listed = await stage.runtime.stores.incidents.page(scope, open)
    const id = listed?.incidents[1]?.id ?? ''
    await page.evaluate(
      async ([path = '']) => {
        const headers = { 'x-pregoner': '1', 'content-type': 'application/json' }
        await fetch(path, { method: 'PATCH', headers, body: JSON.stringify({ rev: 1, status: 'planned' }) })
      },
      [`/api/towns/manresa/incidents/${encodeURIComponent(id)}`],
    )
    await soon(() => rows(page).nth(1).textContent()).not.toBe(leaving)
    await soon(() => page.locator('li[data-index]:focus-within').textContent({ timeout: 1_000 })).toBe(neighbour)
  })

  test('whoever comes back from an incident on a phone goes on where they were', async () => {
    const { page } = await stage.signIn('officer@manresa.example', INCIDENTS, { viewport: { width: 380, height: 800 } })
    await row(page, /./).first().waitFor()
    const scroller = page.locator('div:has(> ul > li[data-index])')
    await scroller.evaluate(element => element.scrollTo({ top: 2_600 }))
    const chosen = page.locator('li[data-index="44"]').getByRole('link')
    const place = (await chosen.boundingBox())?.y
    await chosen.click()
    await page.getByRole('link', { name: 'Torna a la llista' }).click()
    await soon(() => focusedRow(page)).toBe('44')
    expect((await chosen.boundingBox())?.y).toBe(place)

    await page.getByRole('button', { name: 'Filtres' }).click()
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Baixa la llista (CSV)' }).click()
    expect((await file).suggestedFilename()).toMatch(/manresa.*\.csv$/)
  })

  test('sound and notification tell of what is listed, in no citizen’s words, and not of one’s own changes', async () => {
    const { page, context } = await stage.visit({ permissions: ['notifications'] })
    await page.addInitScript('globalThis.__name = value => value')
    await page.addInitScript(noteAlerts)
    await stage.enterAs(page, 'officer@manresa.example', INCIDENTS)
    await page.getByRole('button', { name: 'Avisos d’incidències noves' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Amb un so' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Amb un avís de l’ordinador' }).click()
    await page.keyboard.press('Escape')
    await page.goto(`${INCIDENTS}?departmentId=enllumenat`)
    await row(page, /./).first().waitFor()
    await page.getByRole('heading', { name: 'Incidències' }).click() // a browser sounds only once it was touched
    expect(await notedIn(page)).toEqual({ shown: [], tones: [] })

    await report('Neteja i residus', 'No és de la llista', 'Carrer del Bruc, 3')
    await report('Enllumenat públic', 'Visc sola i tinc por', 'Carrer de Guimerà, 5')
    await row(page, /Guimerà, 5/).waitFor()
    await soon(async () => (await notedIn(page)).tones).toEqual(['running', 'running'])
    const { shown } = await notedIn(page)
    expect(shown).toEqual([
      { title: expect.stringMatching(/^Incidència nova: MAN-/), body: 'Enllumenat públic · Passeig i Rodalies' },
    ])

    await row(page, /Guimerà, 5/).click()
    await page.getByRole('button', { name: 'M’ho quedo' }).click()
    await page.getByRole('article').getByText('La porta Pau Ferrer').waitFor()
    expect(await notedIn(page)).toEqual({ shown, tones: ['running', 'running'] })

    await context.clearPermissions()
    await page.reload()
    await page.getByRole('button', { name: 'Avisos d’incidències noves' }).click()
    await page.getByText('El navegador no deixa mostrar avisos.').waitFor()
  })

  test('photos open large, those that followed too; keys go through them, and Escape leads back', async () => {
    const id = await openedWithPhotos()
    const { page } = await stage.signIn('officer@manresa.example', `${INCIDENTS}/${encodeURIComponent(id)}`)
    const first = page.getByRole('button', { name: 'Mostra la foto 1 de 3 en gran: Vista des del pont' })
    await first.click()
    const viewer = page.getByRole('dialog', { name: 'Fotos de MAN-FOTOS' })
    const isSeen = (alt: string) =>
      soon(() =>
        viewer.getByRole('img', { name: alt }).evaluate(image => 'naturalWidth' in image && image.naturalWidth),
      )
    await isSeen('Vista des del pont').toBeGreaterThan(0)
    await page.keyboard.press('ArrowRight')
    await viewer.getByText('Aquesta foto no s’ha pogut carregar.').waitFor()
    await viewer.getByRole('button', { name: 'Foto següent' }).click()
    await isSeen('I avui encara').toBeGreaterThan(0)
    await viewer.getByText('Foto 3 de 3').waitFor()
    const file = page.waitForEvent('download')
    await viewer.getByRole('link', { name: 'Baixa l’original' }).click()
    expect((await file).suggestedFilename()).toMatch(/^MAN-FOTOS-3/)
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'hidden' })
    await soon(() => first.evaluate(button => button === document.activeElement)).toBe(true)
  })
})
