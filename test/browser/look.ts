import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { FLOW, type View } from './views/index.ts'
import { violationsOn } from './violations.ts'

const OVER_THE_PAGE = '[role="dialog"], [role="menu"]'
const PATIENCE_MS = 5_000

export type Check = (page: Page, view: View) => Promise<string[]>

/** Ends when what moves or changes its colour has come to rest. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })

async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' })
  await settled(page)
}

/** Everything in the scheme it is in, and what differs in the other one, which it stays in. */
export const inBothSchemes: Check = async (page, view) => {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const [here, there] = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)
  const all = await violationsOn(page, { ...view, name: `${view.name}, ${here}` })
  await showIn(page, there)
  const inOther = { ...view, name: `${view.name}, ${there}` }
  return [...all, ...(await violationsOn(page, inOther, ['color-contrast', 'link-in-text-block']))]
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
  let opened = who ? (views[0]?.path ?? '/') : null
  const visit = who && opened ? await stage.signIn(who, opened, options) : await stage.visit(options)
  const { page, context, errors, strangers } = visit
  const wrong: string[] = []
  for (const view of views) {
    if (opened !== view.path) await page.goto(view.path)
    opened = null
    if (view.path.startsWith('/t/')) await page.locator('#content').focus()
    await view.ready(page)
    await settled(page)
    wrong.push(...(await check(page, view)))
    const isOver = /dialog|menu/.test(view.part ?? '')
    if (view.part && !isOver) continue
    const lacks = isOver ? await closeAll(page, view) : []
    wrong.push(...lacks)
    if (lacks.length === 0 && !view.leaves && new URL(page.url()).pathname === view.path) opened = view.path
  }
  await page.goto('/signin') // leaves the flow that is open, so that the next one may edit it
  await context.close()
  return [...wrong, ...errors.map(error => `console: ${error}`), ...strangers.map(url => `request to ${url}`)]
}

/** The same in several windows at once, each with its own views; no two may edit one flow. */
export async function lookTogether(stage: Stage, windows: readonly Looking[]): Promise<string[]> {
  return (await Promise.all(windows.map(one => look(stage, one)))).flat()
}

/** The views of one person in two windows: those of one flow, which only one of them may edit, and all others. */
export function inTwoWindows(looking: Looking): Looking[] {
  const isOfFlow = ({ path }: View) => path.startsWith(FLOW)
  const halves = [looking.views.filter(isOfFlow), looking.views.filter(view => !isOfFlow(view))]
  return halves.map(views => ({ ...looking, views }))
}
