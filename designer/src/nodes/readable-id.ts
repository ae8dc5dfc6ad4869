const MAX_CHARS = 40 // node, option and prompt ids travel together in one WhatsApp row id of 200 characters
const refused = new Set(['constructor', 'prototype', '__proto__', 'hasownproperty', 'tostring', 'valueof'])

const wordsOf = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('l·l', 'll')
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, MAX_CHARS)
    .replace(/^_+|_+$/g, '')

const free = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}_${number}`)) number++
  return `${wanted}_${number}`
}

/** An id a person can read, made once from a label: "Parcs i jardins" is `parcs_i_jardins`, the next one `parcs_i_jardins_2`. */
export function readableId(label: string, taken: Iterable<string>, otherwise = 'option'): string {
  const words = wordsOf(label)
  return free(words === '' || refused.has(words) ? otherwise : words, new Set(taken))
}
