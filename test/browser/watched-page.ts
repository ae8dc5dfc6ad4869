import type { Page } from 'playwright-core'

/** What the browser itself says of refusals that pages expect: who is signed in before anybody is, a wrong reference. */
const expected = [
  { words: /status of 401/, address: /\/api\/session$/ },
  { words: /status of 404/, address: /\/api\/(track|my-data)\/[^/]+$/ },
]

/** Collects what no page should do: errors in the console, requests to other hosts. */
export function watchPage(page: Page, ownUrl: string) {
  const errors: string[] = []
  const strangers: string[] = []
  page.on('pageerror', error => errors.push(String(error.stack ?? error)))
  page.on('console', message => {
    const isExpected = expected.some(
      ({ words, address }) => words.test(message.text()) && address.test(message.location().url),
    )
    if (message.type() === 'error' && !isExpected) errors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('request', request => {
    const url = new URL(request.url())
    const isOwn = url.host === new URL(ownUrl).host || ['data:', 'blob:'].includes(url.protocol)
    if (!isOwn) strangers.push(request.url())
  })
  return { errors, strangers }
}
