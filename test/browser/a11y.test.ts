import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { smallFiles } from '../whatsapp-double/index.ts'
import { openStage, type Stage } from './stage.ts'
import { narrowViews, officerViews, openedViews, publicViews, type View } from './views.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const ADMINISTRATOR = 'admin@manresa.example'
const NARROW: BrowserContextOptions = { viewport: { width: 380, height: 780 }, hasTouch: true, isMobile: true }

type Check = (page: Page, view: View) => Promise<string[]>

describe('every screen', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(['manresa'])
    const rosa = stage.double.person({ phone: '+34600123123', name: 'Rosa' })
    await rosa.sends('incidència')
    await rosa.waitFor('De què es tracta?')
    await rosa.taps('Enllumenat públic')
    await rosa.sends('No hi ha llum a tot el carrer')
    await rosa.sendsLocation({ latitude: 41.7286, longitude: 1.8254, name: 'Plana de l’Om' })
    await rosa.waitFor('Si en tens una foto')
    await rosa.sendsImage(smallFiles.photo, 'image/jpeg', 'A les fosques')
    await rosa.waitFor('El número de la incidència és')
  })
  afterAll(() => stage?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.shootAll('a11y')
    for (const context of stage.browser.contexts()) await context.close()
  })

  /** What axe finds on a screen, one line each; only what these rules say when there are any. */
  async function violationsOn(page: Page, { name, part = 'html' }: View, rules: string[] = []): Promise<string[]> {
    // Without frames of other origins there is nothing for the second page to gather that axe else opens.
    const axe = new AxeBuilder({ page }).setLegacyMode().include(part)
    const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe.withTags(STANDARDS)).analyze()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${name}: ${id} at ${target.join(' ')}: ${failureSummary}`),
    )
  }

  /** Everything in light, and what differs in dark. */
  async function inBothSchemes(page: Page, view: View): Promise<string[]> {
    const light = await violationsOn(page, view)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' })
    const dark = await violationsOn(page, { ...view, name: `${view.name}, dark` }, [
      'color-contrast',
      'link-in-text-block',
    ])
    await page.emulateMedia({ colorScheme: 'light' })
    return [...light, ...dark]
  }

  /** Goes through the views as one person and gathers everything that is wrong. */
  async function look(who: string | null, views: View[], check: Check, options: BrowserContextOptions = {}) {
    const visit = who ? await stage.signIn(who, '/t/manresa/flows', options) : await stage.visit(options)
    const { page, errors, strangers } = visit
    const wrong: string[] = []
    for (const view of views) {
      await page.goto(view.path)
      await view.ready(page)
      wrong.push(...(await check(page, view)))
    }
    return [...wrong, ...errors.map(error => `console: ${error}`), ...strangers.map(url => `request to ${url}`)]
  }

  test('is accessible to whoever is not signed in, light and dark', async () => {
    expect(await look(null, publicViews, inBothSchemes)).toEqual([])
  })

  test('is accessible to an officer, light and dark', async () => {
    expect(await look(ADMINISTRATOR, officerViews, inBothSchemes)).toEqual([])
  })

  test('is accessible when something is opened over it, light and dark', async () => {
    expect(await look(ADMINISTRATOR, openedViews, inBothSchemes)).toEqual([])
  })

  for (const locale of ['es-ES', 'it-IT', 'en-GB']) {
    test(`is accessible in other words (${locale})`, async () => {
      const chosen = ['flows', 'a step', 'an incident', 'statistics', 'channels']
      const views = officerViews.filter(({ name }) => chosen.includes(name))
      expect(await look(null, publicViews, violationsOn, { locale })).toEqual([])
      expect(await look(ADMINISTRATOR, views, violationsOn, { locale })).toEqual([])
    })
  }

  test('fits a narrow phone without sideways scroll, and is accessible there', async () => {
    const check = async (page: Page, view: View) => {
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      return [...(excess > 0 ? [`${view.name}: ${excess} px too wide`] : []), ...(await violationsOn(page, view))]
    }
    const views = officerViews.filter(({ name }) => !['canvas', 'a step', 'outline', 'not found'].includes(name))
    expect(await look(null, publicViews, check, NARROW)).toEqual([])
    expect(await look(ADMINISTRATOR, [...views, ...narrowViews], check, NARROW)).toEqual([])
  })
})
