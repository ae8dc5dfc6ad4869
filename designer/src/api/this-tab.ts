import { newId } from './new-id.ts'

const KEY = 'pregoner.tab'

const attempt = <Result>(action: () => Result): Result | null => {
  try {
    return action()
  } catch {
    return null // a browser that keeps nothing: the name lasts as long as the page
  }
}

/** The name a reload has left behind. It lies there only in between, so that a duplicated tab does not find it. */
const takeKept = () =>
  attempt(() => {
    const kept = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return kept
  })

let name: string | null = null

/** The name of this browser tab: the same after a reload, another one in every other tab. */
export function thisTab(): string {
  if (name !== null) return name
  const own = takeKept() ?? newId()
  name = own
  window.addEventListener('pagehide', () => void attempt(() => sessionStorage.setItem(KEY, own)))
  window.addEventListener('pageshow', () => void takeKept())
  return own
}
