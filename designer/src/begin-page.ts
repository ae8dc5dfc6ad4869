import { fetchEarly } from './api/early.ts'
import { drawnFlow, pageOf } from './page-of.ts'
import { partsOf } from './pages.ts'

/**
 * Begins to fetch what the page at an address needs, all at once: else who is there, their town, the page and what it
 * shows would be asked for one after the other. Ends when its parts of the program are there; never fails.
 */
export async function beginPage(pathname: string): Promise<void> {
  const page = pageOf(pathname)
  if (!page) return
  const flow = drawnFlow(page)
  const language = document.documentElement.lang
  for (const path of ['/session', `/towns/${page.town}`]) fetchEarly(path, language)
  if (flow) fetchEarly(`/towns/${page.town}/flows/${flow}`, language)
  if (!page.isBelow) await Promise.allSettled(partsOf(page.section, page.id).map(part => part.fetch()))
}
