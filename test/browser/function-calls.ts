import type { Page } from 'playwright-core'

/**
 * Counts how often a function of the page runs: the smallest one around `mark`, a text that only it holds. Exact, and
 * the page that is counted is the page that is shipped.
 */
export async function countCalls(page: Page, mark: string) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Profiler.enable')
  await cdp.send('Debugger.enable')
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  const sources = new Map<string, string>()
  const sourceOf = async (scriptId: string) => {
    const known = sources.get(scriptId) ?? (await cdp.send('Debugger.getScriptSource', { scriptId })).scriptSource
    sources.set(scriptId, known)
    return known
  }

  /** How often it ran since the last time this was asked. */
  return async (): Promise<number> => {
    const { result } = await cdp.send('Profiler.takePreciseCoverage')
    let calls = 0
    for (const script of result.filter(({ url }) => url.includes('/assets/'))) {
      const source = await sourceOf(script.scriptId)
      const at = source.indexOf(mark)
      if (at < 0) continue
      const around = script.functions
        .flatMap(({ ranges }) => ranges.slice(0, 1))
        .filter(({ startOffset, endOffset }) => startOffset <= at && at < endOffset)
        .sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))
      calls += around[0]?.count ?? 0
    }
    return calls
  }
}
