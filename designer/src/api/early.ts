const FRESH_MS = 10_000 // an answer that nobody has asked for by then may no longer be true

const answers = new Map<string, { response: Promise<Response | null>; at: number }>()

/** Begins to fetch what a page is sure to ask for, before the program of the page is there. */
export function fetchEarly(path: string, language: string): void {
  const headers = { accept: 'application/json', 'accept-language': language }
  const response = fetch(`/api${path}`, { headers, credentials: 'same-origin' }).then(
    answer => (answer.ok ? answer : null), // a refusal may have its reason gone by the time somebody asks
    () => null,
  )
  answers.set(path, { response, at: Date.now() })
}

/** The good answer fetched early, once; null when there is none, or an old one. */
export async function takeEarly(path: string): Promise<Response | null> {
  const early = answers.get(path)
  answers.delete(path)
  return early && Date.now() - early.at < FRESH_MS ? early.response : null
}
