import type { Page } from 'playwright-core'
import { adminViews } from './admin.ts'
import { privacyViews } from './privacy.ts'
import { talkViews } from './talk.ts'
import { DIALOG, dialog, FLOW, heading, LIST, nodes, selectStep, showTexts, type View } from './view.ts'

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

/** The form, tried with nothing in it. */
async function seeFaults(page: Page) {
  await page.locator('main [type="submit"]').click()
  await page.locator('[aria-invalid="true"]').first().waitFor()
}

/** The form, filled in: what is left is to write the code. */
async function seeConfirm(page: Page) {
  await page.locator('[data-part="topics"] input').first().check()
  await page.locator('[type="tel"]').fill('600 123 123')
  await page.locator('[data-part="agree"] input').check()
  await page.locator('main [type="submit"]').click()
  await page.locator('main h2').waitFor()
}

/** What anybody may open. */
export const publicViews: View[] = [
  { name: 'sign-in', path: '/signin', ready: page => page.getByRole('textbox').first().waitFor() },
  { name: 'chat', path: '/chat/manresa', ready: page => page.getByRole('heading', { level: 1 }).waitFor() },
  { name: 'the form of notices', path: '/subscribe/manresa', ready: seeFaults },
  { name: 'a form to confirm', path: '/subscribe/manresa', ready: seeConfirm },
  { name: 'no such reference', path: '/track/MAN-2222222', ready: page => page.locator('main h2').waitFor() },
  { name: 'no such data', path: '/my-data/unknown', ready: page => page.locator('main h2').waitFor() },
  { name: 'a tracked incident', path: '/track/MAN-3333333', ready: seeTracked },
]

/** Every page of those who have signed in. */
export const officerViews: View[] = [
  { name: 'flows', path: LIST, ready: page => page.locator('main li').first().waitFor() },
  {
    name: 'new flow',
    path: LIST,
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
  { name: 'script', path: `${FLOW}/script`, ready: page => page.locator('#conversations-ca').waitFor() },
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
  { name: 'appointments', path: '/t/manresa/appointments', ready: heading },
  { name: 'notices', path: '/t/manresa/broadcasts', ready: heading },
  { name: 'bulletins', path: '/t/manresa/broadcasts/bulletins', ready: heading },
  {
    name: 'a new bulletin',
    path: '/t/manresa/broadcasts/bulletins/new',
    ready: page => page.getByRole('log').waitFor(),
  },
  { name: 'a new notice', path: '/t/manresa/broadcasts/new', ready: page => page.getByRole('log').waitFor() },
  {
    name: 'statistics',
    path: '/t/manresa/statistics',
    ready: page => page.locator('main table').first().waitFor({ state: 'attached' }),
  },
  ...[
    'channels',
    'posters',
    'templates',
    'town',
    'people',
    'departments',
    'categories',
    'topics',
    'calendars',
    'appointments',
    'ground',
    'tables',
    'tariffs',
    'notices',
    'privacy',
    'api-keys',
  ].map(section => ({
    name: section,
    path: `/t/manresa/settings/${section}`,
    ready: heading,
  })),
  ...adminViews,
  ...privacyViews,
  ...talkViews,
  { name: 'not found', path: '/t/manresa/nowhere', ready: page => page.getByRole('heading').first().waitFor() },
]
