import type { Page } from 'playwright-core'
import { smallFlow } from '../small-flow.ts'
import { adminViews } from './admin-views.ts'

/** A screen as people come to it, and what to do there before it is looked at. */
export interface View {
  name: string
  path: string
  /** The part that is new here, when the rest has been looked at elsewhere. */
  part?: string
  /** Closing it does not bring the page back to what it was. */
  leaves?: boolean
  /** Runs once the page is open; ends when the screen is complete. */
  ready(page: Page): Promise<unknown>
}

/** Names that are the same in every language of the screens: found by what they are, not by their words. */
const dialog = (page: Page) => page.getByRole('dialog').waitFor()
const nodes = (page: Page) => page.locator('.react-flow__node').first().waitFor()
const heading = (page: Page) => page.locator('main h1').first().waitFor()
const DIALOG = '[role="dialog"]'
const FLOW = '/t/manresa/flows/incidencia'

/** As if somebody else edited the flow of this address. */
async function seeTheirs(page: Page) {
  const pau = { name: 'Pau Ferrer', isYou: false, isThisTab: false }
  const answer = { holder: pau, endsInMs: 40_000, ask: null, rev: 1 }
  await page.route('**/lock', route =>
    page.url().includes('theirs') ? route.fulfill({ json: answer }) : route.fallback(),
  )
  await page.reload()
  await page.getByText('Pau Ferrer està editant aquest flux.').waitFor()
  await selectStep(page)
}

/** As if the town had an incident of this reference. */
async function seeTracked(page: Page) {
  const steps = [
    { status: 'new', day: '2026-03-01' },
    { status: 'planned', day: '2026-03-04' },
  ]
  const names = { category: { ca: 'Enllumenat públic' }, department: { ca: 'Via pública' }, area: 'Barri Antic' }
  const incident = { reference: 'MAN-3333333', townName: 'Manresa', language: 'ca', status: 'planned', ...names, steps }
  await page.route('**/api/track/MAN-3333333', route => route.fulfill({ json: incident }))
  await page.reload()
  await page.getByRole('article').waitFor()
}

/** Opens a file from the list of flows, and waits for what can be done then. */
async function openFile(page: Page, text: string, button: string) {
  await page.locator('main li').first().waitFor()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Obre un fitxer…' }).click()
  await (await chosen).setFiles({ name: 'flux.pregoner.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('dialog').getByRole('button', { name: button }).waitFor()
}

async function selectStep(page: Page) {
  await nodes(page)
  await page
    .locator('.react-flow__node')
    .nth(1)
    .click({ position: { x: 60, y: 20 } })
  await page.getByRole('complementary').locator('form, [data-form]').first().waitFor()
}

async function showTexts(page: Page) {
  await page.getByRole('radiogroup').first().locator('label').nth(2).click()
  await page.getByRole('table').waitFor()
}

export const publicViews: View[] = [
  { name: 'sign-in', path: '/signin', ready: page => page.getByRole('textbox').first().waitFor() },
  { name: 'chat', path: '/chat/manresa', ready: page => page.getByRole('heading', { level: 1 }).waitFor() },
  { name: 'no such reference', path: '/track/MAN-2222222', ready: page => page.locator('main h2').waitFor() },
  { name: 'a tracked incident', path: '/track/MAN-3333333', ready: seeTracked },
]

export const officerViews: View[] = [
  { name: 'flows', path: '/t/manresa/flows', ready: page => page.locator('main li').first().waitFor() },
  {
    name: 'new flow',
    path: '/t/manresa/flows',
    part: DIALOG,
    async ready(page) {
      await page.locator('main li').first().waitFor()
      await page.locator('main button:has(.lucide-plus)').first().click()
      await dialog(page)
    },
  },
  { name: 'canvas', path: FLOW, ready: nodes },
  { name: 'a step', path: FLOW, part: 'aside', ready: selectStep },
  {
    name: 'outline',
    path: FLOW,
    async ready(page) {
      await nodes(page)
      await page.getByRole('radiogroup').locator('label').nth(1).click()
      await page.getByRole('treeitem').first().click()
      await page.getByRole('complementary').waitFor()
    },
  },
  { name: 'script', path: `${FLOW}/script`, ready: page => page.locator('#conversations').waitFor() },
  { name: 'texts', path: FLOW, ready: showTexts },
  { name: 'incidents', path: '/t/manresa/incidents', ready: page => page.locator('a[data-status]').first().waitFor() },
  {
    name: 'an incident',
    path: '/t/manresa/incidents',
    async ready(page) {
      await page.locator('a[data-status]').first().click()
      await page.getByRole('article').waitFor()
    },
  },
  {
    name: 'statistics',
    path: '/t/manresa/statistics',
    ready: page => page.locator('main table').first().waitFor({ state: 'attached' }),
  },
  ...['channels', 'town', 'departments', 'categories', 'topics', 'calendars', 'tables', 'tariffs', 'privacy'].map(
    section => ({
      name: section,
      path: `/t/manresa/settings/${section}`,
      ready: heading,
    }),
  ),
  ...adminViews,
  { name: 'not found', path: '/t/manresa/nowhere', ready: page => page.getByRole('heading').first().waitFor() },
]

/** What a flow is on a narrow screen: lines, and a form that covers them. */
export const narrowViews: View[] = [
  { name: 'a flow', path: FLOW, ready: page => page.getByRole('treeitem').first().waitFor() },
  {
    name: 'a step of a flow',
    path: FLOW,
    async ready(page) {
      await page.getByRole('treeitem').nth(1).tap()
      await page.getByRole('dialog').getByRole('textbox').first().waitFor()
    },
  },
]

/** Dialogs and panels over the drawing, by their Catalan words. */
export const openedViews: View[] = [
  {
    name: 'a template of the gallery',
    path: '/t/manresa/flows',
    part: DIALOG,
    async ready(page) {
      await page.getByRole('button', { name: 'Crea un flux' }).click()
      await page.getByRole('button', { name: /^Valoració/ }).click()
      await page.getByRole('dialog').getByText('Com t’hem atès?').waitFor()
    },
  },
  {
    name: 'what is left to fill in',
    path: '/t/manresa/flows',
    part: 'section[aria-label="Per omplir"]',
    async ready(page) {
      await page.getByRole('button', { name: 'Crea un flux' }).click()
      await page.getByRole('button', { name: /^Escriure a l’alcaldia/ }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Crea un flux' }).click()
      await page.getByRole('region', { name: 'Per omplir' }).getByRole('textbox').first().waitFor()
    },
  },
  {
    name: 'inserting a part',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Insereix de la galeria…' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Agenda/ })
        .waitFor()
    },
  },
  {
    name: 'keyboard shortcuts',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.keyboard.press('Control+/')
      await dialog(page)
    },
  },
  {
    name: 'flow tests',
    path: FLOW,
    part: 'section[aria-label="Proves del flux"]',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: /^Proves del flux: 3 i van bé/ }).click()
      await page.getByRole('button', { name: /^incidència → Via pública/ }).click()
      await page.getByRole('article').getByRole('list').first().waitFor()
    },
  },
  {
    name: 'keeping a test',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Simulador', exact: true }).click()
      await page.getByRole('button', { name: 'Comença el flux' }).click()
      await page.getByRole('button', { name: 'Desa com a prova' }).click()
      await dialog(page)
    },
  },
  {
    name: 'approving',
    path: `${FLOW}/script`,
    part: DIALOG,
    async ready(page) {
      await page.locator('#conversations').waitFor()
      await page.getByRole('button', { name: 'Anota una aprovació' }).click()
      await dialog(page)
    },
  },
  {
    name: 'texts of a file',
    path: FLOW,
    leaves: true,
    part: DIALOG,
    async ready(page) {
      await showTexts(page)
      const row = await page.locator('[data-row]').nth(2).getAttribute('data-row')
      const buffer = Buffer.from(`id;es\n${row};Otro texto {{calle}}\nno/hi-es;x\n`)
      const file = page.getByLabel('Porta dins', { exact: true }).and(page.locator('input'))
      await file.setInputFiles({ name: 'textos.csv', mimeType: 'text/csv', buffer })
      await dialog(page)
    },
  },
  {
    name: 'choosing an emoji',
    path: FLOW,
    leaves: true,
    part: DIALOG,
    async ready(page) {
      await selectStep(page)
      await page
        .getByRole('button', { name: /^Insereix un emoji/ })
        .first()
        .click()
      await page.getByLabel('Cerca un emoji').waitFor()
    },
  },
  {
    name: 'simulator',
    path: FLOW,
    part: 'section[aria-label="Simulador"]',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Simulador', exact: true }).click()
      await page.getByRole('button', { name: 'Comença el flux' }).click()
      await page.getByRole('log').getByText('De què es tracta?').waitFor()
      await page.getByRole('button', { name: 'Tria el tema' }).click()
      await page.getByRole('dialog', { name: 'Tria el tema' }).waitFor()
    },
  },
  {
    name: 'adding a step',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.locator('.react-flow__node').first().getByRole('button').first().click()
      await page.getByRole('menuitem', { name: /Afegeix|Intercala/ }).click()
      await dialog(page)
    },
  },
  {
    name: 'going somewhere',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill('a')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    },
  },
  {
    name: 'finding words',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.keyboard.press('Control+h')
      await page.getByRole('dialog').getByLabel('Cerca als textos').fill('ajuntament')
      await page.getByRole('dialog').getByRole('region').first().waitFor()
    },
  },
  {
    name: 'several steps',
    path: FLOW,
    leaves: true,
    part: 'section[aria-label$="passos triats"]',
    async ready(page) {
      await nodes(page)
      await page.locator('.react-flow__node').first().focus()
      await page.keyboard.press('Control+a')
      await page.getByRole('button', { name: 'Alinea i reparteix' }).waitFor()
    },
  },
  {
    name: 'changing the kind of a step',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.locator('.react-flow__node').first().click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Canvia el tipus de pas…' }).click()
      await dialog(page)
    },
  },
  { name: 'a flow that somebody else edits', path: `${FLOW}?theirs`, ready: seeTheirs },
  {
    name: 'a flow from a file',
    path: '/t/manresa/flows',
    part: DIALOG,
    ready: page => openFile(page, JSON.stringify(smallFlow('fitxer')), 'Crea’n un flux'),
  },
  {
    name: 'a file that is no flow',
    path: '/t/manresa/flows',
    part: DIALOG,
    ready: page => openFile(page, '{"formatVersion": 1,', 'Tria un altre fitxer…'),
  },
  {
    name: 'publishing',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Publica', exact: true }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Publica la versió/ })
        .waitFor()
    },
  },
  {
    name: 'publishing later',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Publica', exact: true }).click()
      await page.getByRole('dialog').getByText('En un altre moment').click()
      await page.getByRole('dialog').getByLabel('Dia').waitFor()
    },
  },
  {
    name: 'comparing versions',
    path: FLOW,
    part: '[role="dialog"]:has(.react-flow)',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Més accions' }).click()
      await page.getByRole('menuitem', { name: 'Historial' }).click()
      await page.getByRole('button', { name: 'Compara: Versió 1' }).click()
      await page.getByRole('dialog', { name: 'Comparació de versions' }).locator('.react-flow__node').first().waitFor()
    },
  },
  {
    name: 'withdrawing',
    path: FLOW,
    part: '[role="dialog"]:has([role="radiogroup"])',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Més accions' }).click()
      await page.getByRole('menuitem', { name: 'Historial' }).click()
      await page.getByRole('button', { name: 'Retira el flux' }).click()
      await page.getByRole('radio', { name: 'Acaben la conversa' }).waitFor()
    },
  },
  {
    name: 'counts',
    path: FLOW,
    leaves: true,
    part: '[role="menu"]',
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: /^Xifres al dibuix/ }).click()
      await page.getByRole('menuitemradio', { name: 'Colors' }).click()
      await page.getByRole('menuitemradio', { name: 'Des de la versió 1' }).click()
    },
  },
  {
    name: 'what was not understood',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: /^Xifres al dibuix/ }).click()
      await page.getByRole('menuitem', { name: 'Què no s’ha entès' }).click()
      await page.getByRole('dialog').getByText('Tot s’ha entès').waitFor()
    },
  },
  {
    name: 'history',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Més accions' }).click()
      await page.getByRole('menuitem', { name: 'Historial' }).click()
      await page.getByRole('dialog').getByText('Versió 1').first().waitFor()
    },
  },
  {
    name: 'problems and price',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Sense problemes' }).click()
      await page.getByRole('button', { name: /^Una conversa/ }).click()
      await page.getByRole('button', { name: 'El camí més llarg' }).first().click()
    },
  },
  {
    name: 'flow settings',
    path: FLOW,
    part: DIALOG,
    async ready(page) {
      await nodes(page)
      await page.getByRole('button', { name: 'Més accions' }).click()
      await page.getByRole('menuitem', { name: 'Ajustos del flux' }).click()
      await dialog(page)
    },
  },
  {
    name: 'changing a status',
    path: '/t/manresa/incidents',
    part: DIALOG,
    async ready(page) {
      await page.locator('a[data-status]').first().click()
      await page.getByRole('button', { name: 'Canvia l’estat' }).click()
      await page.getByRole('menuitem', { name: 'Tancada sense actuació' }).click()
      await dialog(page)
    },
  },
  {
    name: 'a conversation in the chat',
    path: '/chat/manresa',
    async ready(page) {
      await page
        .getByRole('button', { name: 'Hola' })
        .or(page.getByRole('button', { name: 'Veure serveis' }))
        .first()
        .waitFor()
      if (await page.getByRole('button', { name: 'Hola' }).isVisible()) {
        await page.getByRole('button', { name: 'Hola' }).click()
      }
      await page.getByRole('button', { name: 'Veure serveis' }).click()
      await page.getByRole('dialog', { name: 'Veure serveis' }).waitFor()
    },
  },
]
