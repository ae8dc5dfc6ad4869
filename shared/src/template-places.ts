const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names of the places in a platform's template, each once: `1`, `2`… or words. */
export const templatePlaces = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name)),
]

/** A template's text taken apart at its places; every second part is the name of one. */
export const templateParts = (text: string): string[] => text.split(PLACE)
