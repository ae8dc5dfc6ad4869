import type { IncidentSummary } from '@pregoner/shared'

const sameWords = (text: string): string => text.normalize('NFKC').toLocaleLowerCase()

/** The place as it was told, without saying twice what was given as name and as address. */
export function addressOf(place: IncidentSummary['place']): string {
  const told = [place?.name, place?.address].filter((words): words is string => Boolean(words))
  return told.filter((words, index) => told.indexOf(words) === index).join(', ')
}

/** What the second line of a row still adds to the first, in this order. */
export function newWords(title: string, candidates: readonly string[]): string[] {
  const added: string[] = []
  for (const words of candidates) {
    const said = [title, ...added].map(sameWords)
    if (words && !said.some(known => known.includes(sameWords(words)))) added.push(words)
  }
  return added
}
