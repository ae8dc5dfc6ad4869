import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import type { View } from './views/index.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

declare global {
  interface Window {
    axe?: { run(within: string, options: RunOptions): Promise<AxeResults> }
  }
}

/** What axe finds on a screen, one line each; only what these rules say when there are any. */
export async function violationsOn(page: Page, { name, part = 'html' }: View, rules: string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const options: RunOptions = {
    runOnly: rules.length > 0 ? { type: 'rule', values: rules } : { type: 'tag', values: STANDARDS },
    resultTypes: ['violations'], // naming every element that is well takes longer than looking at it
  }
  const found = await page.evaluate(
    async ([within, how]) => {
      const results = await window.axe?.run(within, how)
      return results?.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
      )
    },
    [part, options] as const,
  )
  if (!found) throw new Error('axe did not run')
  return found.map(words => `${name}: ${words}`)
}
