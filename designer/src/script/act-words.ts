import { type Act, type Conversation, NOT_UNDERSTOOD } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import { testWords } from '../tests/words.ts'
import { scriptWords } from './words.ts'

const MAX_CHARS = 60

const shortened = (text: string) => (text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS - 1).trimEnd()}…` : text)

/** When a conversation comes about, by its first own act: "when the citizen chooses «Street light»". */
export function useActWords(): (act: Act) => string {
  const t = useWords(scriptWords)
  const part = useWords(testWords)
  return act => {
    switch (act.kind) {
      case 'say': {
        const { text, choiceId, media, place } = act.said
        if (text === NOT_UNDERSTOOD) return t('notUnderstood')
        if (text) return t(choiceId ? 'taps' : 'says', { text: shortened(text) })
        const sent = [...media.map(({ kind }) => part(`part.${kind}`)), ...(place ? [part('part.place')] : [])]
        return t('sends', { text: sent.join(', ').toLowerCase() })
      }
      case 'begin':
        return t('begins')
      case 'clock':
        return t('passes')
      case 'service':
        return t(act.ok ? 'serviceWorks' : 'serviceFails')
      case 'people':
        return t(act.event === 'unattended' ? 'departmentSilent' : 'departmentCloses')
    }
  }
}

/** The name of a conversation among all: its number and when it comes about. */
export const headingOf = (words: (act: Act) => string, number: string, { turns }: Conversation): string => {
  const [first] = turns
  return first ? `${number}: ${words(first.act)}` : number
}
