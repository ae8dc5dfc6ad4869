import { fetchEarly } from './api/early.ts'

/**
 * Begins to fetch what the page at an address needs, all at once: else who is there, their town, the page and what it
 * shows would be asked for one after the other.
 */
export function beginPage(pathname: string): void {
  const [, place, town, section, id, ...further] = pathname.split('/')
  if (place !== 't' || !town) return
  const language = document.documentElement.lang
  for (const path of ['/session', `/towns/${town}`]) fetchEarly(path, language)
  void import('./frame/town-frame.tsx').catch(() => {}) // asked for again where it is drawn
  if (section !== 'flows' || !id || further.length > 0) return
  fetchEarly(`/towns/${town}/flows/${id}`, language)
  void import('./flows/flow-page.tsx').catch(() => {})
}
