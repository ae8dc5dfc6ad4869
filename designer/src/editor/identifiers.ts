const ID_CHARS = 'abcdefghijkmnpqrstuvwxyz23456789' // no letters that are mistaken for one another when read aloud
const ID_LENGTH = 6

/** Makes an id nobody uses yet, like `menu-k3f9ab`; never one that an earlier version may have used for another node. */
export type MakeId = (prefix: string) => string

export const makeId: MakeId = prefix => {
  const random = crypto.getRandomValues(new Uint8Array(ID_LENGTH))
  return `${prefix}-${Array.from(random, byte => ID_CHARS[byte % ID_CHARS.length]).join('')}`
}
