import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import type { View } from './views.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const OVER_THE_PAGE = '[role="dialog"], [role="menu"]'
const PATIENCE_MS = 5_000

export type Check = (page: Page, view: View) => Promise<string[]>

/** What axe finds on a screen, one line each; only what these rules say when there are any. */
export async function violationsOn(page: Page, { name, part = 'html' }: View, rules: string[] = []): Promise<string[]> {
  // Without frames of other origins there is nothing for the second page to gather that axe else opens.
  const axe = new AxeBuilder({ page }).setLegacyMode().include(part)
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe.withTags(STANDARDS)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${name}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** Everything in light, and what differs in dark. */
export const inBothSchemes: Check = async (page, view) => {
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

const openParts = (page: Page) => page.locator(OVER_THE_PAGE).count()

/** Closes what is open over the page, the topmost first; what is wrong with how it closes, one line each. */
async function closeAll(page: Page, { name }: View): Promise<string[]> {
  for (let open = await openParts(page); open > 0; ) {
    await page.keyboard.press('Escape')
    const isLess = await page
      .waitForFunction(
        ([over, before]) => document.querySelectorAll(over).length < before,
        [OVER_THE_PAGE, open] as const,
        {
          timeout: PATIENCE_MS,
        },
      )
      .catch(() => null)
    if (!isLess) return [`${name}: Escape does not close it`]
    open = await openParts(page)
  }
  const hasFocus = await page
    .waitForFunction(() => document.activeElement !== document.body, null, { timeout: PATIENCE_MS })
    .catch(() => null)
  return hasFocus ? [] : [`${name}: the focus is lost when it closes`]
}

interface Looking {
  who: string | null
  views: readonly View[]
  check: Check
  options?: BrowserContextOptions
}

/** Goes through the views as one person and gathers everything that is wrong. */
export async function look(stage: Stage, { who, views, check, options = {} }: Looking): Promise<string[]> {
  const visit = who ? await stage.signIn(who, '/t/manresa/flows', options) : await stage.visit(options)
  const { page, context, errors, strangers } = visit
  const wrong: string[] = []
  let opened: string | null = null
  for (const view of views) {
    if (opened !== view.path) await page.goto(view.path)
    opened = null
    if (view.path.startsWith('/t/')) await page.locator('#content').focus()
    await view.ready(page)
    wrong.push(...(await check(page, view)))
    if (!/dialog|menu/.test(view.part ?? '')) continue
    const lacks = await closeAll(page, view)
    wrong.push(...lacks)
    if (lacks.length === 0 && !view.leaves && new URL(page.url()).pathname === view.path) opened = view.path
  }
  await page.goto('/signin') // leaves the flow that is open, so that the next one may edit it
  await context.close()
  return [...wrong, ...errors.map(error => `console: ${error}`), ...strangers.map(url => `request to ${url}`)]
}

/** The same in two windows at once, each with one half of the views. */
export async function lookTogether(stage: Stage, looking: Looking): Promise<string[]> {
  const half = Math.ceil(looking.views.length / 2)
  const halves = [looking.views.slice(0, half), looking.views.slice(half)]
  const found = await Promise.all(halves.map(views => look(stage, { ...looking, views })))
  return found.flat()
}
