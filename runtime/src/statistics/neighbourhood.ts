import type { Answers } from '@pregoner/shared'

/** What officers call the answer that names a citizen's neighbourhood, in the languages of the screens. */
const NAMES = ['neighbourhood', 'neighborhood', 'barri', 'barrio', 'quartiere', 'district', 'districte', 'distrito']
const MAX_CHARS = 60

/** The neighbourhood an incident names among its answers; null when it names none. */
export function neighbourhoodOf(answers: Answers | undefined): string | null {
  for (const name of NAMES) {
    const value = answers && Object.hasOwn(answers, name) ? answers[name] : undefined
    if (typeof value !== 'string') continue
    const text = value.replace(/\s+/g, ' ').trim()
    if (text !== '' && text.length <= MAX_CHARS) return text
  }
  return null
}
