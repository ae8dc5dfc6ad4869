const MAX_CHARS = 40 // of the 60 an id may have, so that a number fits behind

/** An id that says what it is for: «Via pública» → `via-publica`, or `via-publica-2` when that is taken. */
export function newEntryId(name: string, taken: readonly string[]): string {
  const base =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[·'’]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, MAX_CHARS)
      .replace(/^-+|-+$/g, '') || 'entry'
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.includes(id) && !reserved.has(id)) return id
  }
}

const reserved = new Set(['constructor', 'prototype', 'tostring', 'valueof', 'hasownproperty'])
