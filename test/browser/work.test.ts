import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { soon } from './soon.ts'
import { openStage, type Stage } from './stage.ts'

const INCIDENTS = '/t/manresa/incidents'
const HOUR_MS = 3_600_000
const scope = { townKey: 'manresa', role: 'officer', departments: [], personId: 'other', personName: 'Berta' } as const

describe('who works on what', () => {
  let stage: Stage
  let made = 0

  beforeAll(async () => {
    stage = await openStage(['manresa'])
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('work')
    for (const context of stage.browser.contexts()) await context.close()
  })

  const openDesk = (personKey: string, path = INCIDENTS) => stage.signIn(`${personKey}@manresa.example`, path)
  const row = (page: Page, what: string | RegExp) => page.getByRole('link', { name: what })

  /** An incident that has been there for some hours. */
  async function opened(departmentId: string, category: string, summary: string, hoursAgo = 0): Promise<string> {
    made += 1
    const { incidents } = stage.runtime.stores
    const origin = { convId: 'manresa:nobody', channelId: 'manresa', channelKind: 'whatsapp' as const }
    const opening = {
      ...{ kind: 'open_incident' as const, departmentId, personId: null, category, mode: 'one_answer' as const },
      ...{ priority: 'normal' as const, reference: `MAN-W${made}`, summary, text: summary, media: [], place: null },
      ...{ answers: {}, language: 'ca' as const, flowId: 'incidencia', node: 'route' },
    }
    const at = new Date(Date.now() - hoursAgo * HOUR_MS)
    const from = { ...origin, contactName: null, windowEndsAt: null }
    const { summary: told } = await incidents.openIncident('manresa', `manresa:nobody:${made}:0`, from, opening, at)
    return told.id
  }

  test('an agent hands an incident over with a note and loses sight of it; the other department goes on', async () => {
    await opened('carrers', 'calcada', 'Una arrel aixeca la vorera')
    const [streets, parks] = await Promise.all([openDesk('carrers'), openDesk('parcs')])
    await row(streets.page, /Una arrel/).click()
    await streets.page.getByRole('button', { name: 'Passa-la…' }).click()
    const dialog = streets.page.getByRole('dialog')
    await dialog.getByLabel('Departament').click()
    await streets.page.getByRole('option', { name: 'Parcs i jardins' }).click()
    await dialog.getByText('Deixareu de veure-la: la portarà «Parcs i jardins».').waitFor()
    await dialog.getByLabel('Nota per a qui la rebi').fill('És d’un plàtan gros.')
    await dialog.getByRole('button', { name: 'Passa-la', exact: true }).click()
    await row(streets.page, /Una arrel/).waitFor({ state: 'hidden' })
    await streets.page.getByText('Aquesta incidència ja no és aquí').waitFor()

    await row(parks.page, /Una arrel/).click()
    const story = parks.page.getByRole('article')
    await story.getByText('Toni Pujol la va passar a Parcs i jardins').waitFor()
    await story.getByText('És d’un plàtan gros.').waitFor()
    await story.getByRole('button', { name: 'M’ho quedo' }).click()
    await story.getByText('La porta Quim Serra').waitFor()
    await parks.page.getByRole('button', { name: '1 meva', exact: true }).click()
    await row(parks.page, /Una arrel/).waitFor()
    expect(parks.errors).toEqual([])
  })

  test('what is overdue is counted and listed; it stands still until the citizen says something', async () => {
    const pere = stage.double.person({ phone: '+34600777111', name: 'Pere' })
    await pere.sends('incidència')
    await pere.waitFor('De què es tracta?')
    await pere.taps('Enllumenat públic')
    await pere.sends('Un fanal fa pampallugues')
    await pere.sends('Carrer Urgell, 2')
    await pere.waitFor('Si en tens una foto')
    await pere.sends('no')
    await pere.waitFor('El número de la incidència és')
    await opened('enllumenat', 'enllumenat', 'Un barri a les fosques', 24 * 14)
    const { page } = await openDesk('enllumenat')
    await row(page, /Un barri/)
      .getByText('Vençuda')
      .waitFor()
    await page.getByRole('button', { name: '1 vençuda', exact: true }).click()
    await row(page, /Urgell/).waitFor({ state: 'hidden' })
    await row(page, /Un barri/).click()
    await page
      .getByRole('article')
      .getByText(/Primera resposta vençuda|Resolució vençuda/)
      .waitFor()
    await page.getByRole('button', { name: '1 vençuda', exact: true }).click()

    await row(page, /Urgell/).click()
    await page.getByRole('article').getByText('Carrer Urgell, 2').first().waitFor()
    await page.getByRole('button', { name: 'Espera la persona' }).click()
    await row(page, /Urgell/)
      .getByText('S’espera la persona')
      .waitFor()
    await pere.sends('hola')
    await page.getByRole('article').getByText('Ja no s’espera la persona').waitFor()
    await page.getByRole('button', { name: 'Espera la persona' }).waitFor()
  })

  test('several are changed at once; what somebody else changed meanwhile says so and stays picked', async () => {
    await opened('neteja', 'neteja', 'Un matalàs a la cantonada')
    const contested = await opened('neteja', 'neteja', 'Una nevera a la vorera')
    await opened('neteja', 'neteja', 'Paperera plena')
    const { page } = await openDesk('neteja')
    await page.getByRole('button', { name: 'Tria’n diverses' }).click()
    await page.getByLabel('Tria: Paperera plena').check()
    await page.getByLabel('Tria: Un matalàs a la cantonada').click({ modifiers: ['Shift'] })
    await page.getByText('3 de triades').waitFor()
    await page.getByLabel('Tria: Paperera plena').uncheck()
    await page.getByRole('button', { name: 'Estat…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Planificada').check()
    await page.route('**/incident-changes', async route => {
      const { incidents } = stage.runtime.stores
      const now = await incidents.get(scope, contested)
      if (now) await incidents.edit(scope, contested, now.rev, { set: { priority: 'low' }, entries: [], outbox: [] })
      await route.continue()
    })
    await dialog.getByRole('button', { name: 'Canvia 2 incidències' }).click()
    await dialog.getByText('S’ha canviat 1 incidència.').waitFor()
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^MAN-W\d+ Una nevera a la vorera\s*algú l’ha canviada mentrestant$/),
    ])
    await dialog.getByRole('button', { name: 'Tanca' }).last().click()
    await row(page, /Un matalàs/)
      .getByText('Planificada')
      .waitFor()
    expect(await page.getByLabel('Tria: Una nevera a la vorera').isChecked()).toBe(true)
    expect(await page.getByLabel('Tria: Un matalàs a la cantonada').isChecked()).toBe(false)
  })

  test('a colleague who is mentioned in a note is told, finds it among theirs, and says when seen', async () => {
    const id = await opened('mobilitat', 'circulacio', 'Un senyal girat')
    const [officer, agent] = await Promise.all([
      openDesk('officer', `${INCIDENTS}/${encodeURIComponent(id)}`),
      openDesk('mobilitat'),
    ])
    await row(agent.page, /Un senyal girat/).waitFor()
    await officer.page.getByText('Nota interna').first().click()
    const field = officer.page.getByLabel('Nota per als companys')
    await field.fill('Ho pots mirar, ')
    await field.press('End')
    await officer.page.keyboard.type('@eva')
    await officer.page.getByRole('option', { name: 'Eva Riera' }).waitFor()
    await officer.page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('Ho pots mirar, @Eva Riera ')
    await officer.page.getByRole('button', { name: 'Desa la nota' }).click()

    await agent.page.getByRole('link', { name: /Un senyal girat: una nota us esmenta/ }).click()
    await agent.page.getByRole('button', { name: '1 us esmenta', exact: true }).click()
    const detail = agent.page.getByRole('article')
    await detail.getByText('Una nota us esmenta en aquesta incidència.').waitFor()
    await detail.getByRole('button', { name: 'Ja ho he vist' }).click()
    await soon(() => row(agent.page, /Un senyal girat/).count()).toBe(0)
    expect([...officer.errors, ...agent.errors]).toEqual([])
  })
})
