import type { Page } from 'playwright-core'

/** What the browser itself says of the first question "who is signed in?", asked before anybody is. */
const NOBODY_YET = /status of 401/

/** Collects what no page should do: errors in the console, requests to other hosts. */
export function watchPage(page: Page, ownUrl: string) {
  const errors: string[] = []
  const strangers: string[] = []
  page.on('pageerror', error => errors.push(String(error.stack ?? error)))
  page.on('console', message => {
    const isExpected = NOBODY_YET.test(message.text()) && message.location().url.endsWith('/api/session')
    if (message.type() === 'error' && !isExpected) errors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('request', request => {
    const url = new URL(request.url())
    const isOwn = url.host === new URL(ownUrl).host || ['data:', 'blob:'].includes(url.protocol)
    if (!isOwn) strangers.push(request.url())
  })
  return { errors, strangers }
}
