import { fetchEarly } from './api/early.ts'
import { partsOf } from './pages.ts'

const PATIENCE_MS = 2_000 // then whoever waits is at least told that something comes

/**
 * Begins to fetch what the page at an address needs, all at once: else who is there, their town, the page and what it
 * shows would be asked for one after the other. Ends when the page can be drawn in one go.
 */
export async function beginPage(pathname: string): Promise<void> {
  const [, place, town, section, id, ...further] = pathname.split('/')
  if (place !== 't' || !town) return
  const language = document.documentElement.lang
  for (const path of ['/session', `/towns/${town}`]) fetchEarly(path, language)
  if (section === 'flows' && id && further.length === 0) fetchEarly(`/towns/${town}/flows/${id}`, language)
  const parts = Promise.allSettled(further.length > 0 ? [] : partsOf(section, id).map(part => part.fetch()))
  await Promise.race([parts, new Promise(resolve => setTimeout(resolve, PATIENCE_MS))])
}
