import { type InterfaceLanguage, interfaceLanguages, normalize } from '@pregoner/shared'
import { type EmojiGroup, emojiLines } from './list.ts'

export interface Emoji {
  sign: string
  group: EmojiGroup
  names: Record<InterfaceLanguage, string>
  /** All its names, as a search compares them. */
  words: string
}

const readLine = (line: string, group: EmojiGroup): Emoji => {
  const [sign = '', ca = '', es = '', it = '', en = ''] = line.split('|').map(part => part.trim())
  const names = { ca, es, it, en }
  return { sign, group, names, words: ` ${normalize(interfaceLanguages.map(code => names[code]).join(' '))}` }
}

export const emojiGroups: readonly EmojiGroup[] = ['people', 'places', 'street', 'matters', 'times', 'signs']

export const emojis: readonly Emoji[] = emojiGroups.flatMap(group =>
  emojiLines[group]
    .trim()
    .split('\n')
    .map(line => readLine(line, group)),
)

/** Those with a name, in any language, that has a word beginning with each word wanted. */
export function findEmojis(wanted: string): readonly Emoji[] {
  const words = normalize(wanted).split(' ').filter(Boolean)
  return emojis.filter(emoji => words.every(word => emoji.words.includes(` ${word}`)))
}
