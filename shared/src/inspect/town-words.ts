import { platformWordsOf } from '../platform-words.ts'
import { type PlatformWord, platformWordKinds, type TownData } from '../town.ts'
import { comparable } from '../understand/words.ts'

/** The words of the whole channel and what they mean, in all languages of the town. */
export function townWords(town: TownData): ReadonlyMap<string, PlatformWord> {
  const words = new Map<string, PlatformWord>()
  for (const kind of platformWordKinds) {
    for (const language of town.languages) {
      for (const word of platformWordsOf(town, kind, language)) {
        const said = comparable(word)
        if (said !== '' && !words.has(said)) words.set(said, kind)
      }
    }
  }
  return words
}
