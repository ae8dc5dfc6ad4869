import type { ToldLine, ToldPart } from '@pregoner/shared'
import { splitMinutes } from '../fields/duration.ts'
import { useWords } from '../i18n/index.ts'
import { nodeWords } from '../nodes/words.ts'
import { factsText } from '../simulator/effect-words.ts'
import type { Names } from '../simulator/names.ts'
import { simulatorWords } from '../simulator/words.ts'
import { testWords } from './words.ts'

/** A line of a conversation in the officer's words. */
export interface Telling {
  side: 'citizen' | 'town' | 'note'
  text: string
  parts: readonly string[]
  choices: readonly string[]
}

/** How lines of kept conversations are told on the screens and on paper. */
export function useTelling(names: Names): (line: ToldLine) => Telling {
  const t = useWords(testWords)
  const speaking = { t: useWords(simulatorWords), nodeWord: useWords(nodeWords), names }
  const partText = ({ kind, text }: ToldPart) => [t(`part.${kind}`), text].filter(Boolean).join(': ')
  const note = (text: string): Telling => ({ side: 'note', text, parts: [], choices: [] })
  const passing = (minutes: number) => {
    if (minutes < 0) return t('clockBack')
    const { amount, unit } = splitMinutes(minutes)
    return t(`${unit}Pass`, { count: amount })
  }
  return line => {
    switch (line.kind) {
      case 'citizen':
        return { side: 'citizen', text: line.text, parts: line.parts.map(partText), choices: [] }
      case 'town':
        return { side: 'town', text: line.text, parts: line.parts.map(partText), choices: line.choices }
      case 'effect':
        return note(factsText(line.facts, speaking))
      case 'clock':
        return note(passing(line.minutes))
      case 'no_reply':
        return note(t('noReply'))
      case 'begun':
      case 'silence':
        return note(t(line.kind))
      case 'service':
        return note(t(line.ok ? 'serviceOk' : 'serviceFailed'))
      case 'people':
        return note(t(line.event))
      case 'ending':
        return note(t(`ending.${line.ending}`))
    }
  }
}
