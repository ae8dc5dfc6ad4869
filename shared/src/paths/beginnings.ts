import type { CompiledFlow } from '../compile.ts'
import type { Language } from '../language.ts'
import type { Trigger } from '../nodes/start.ts'
import { NOT_UNDERSTOOD, type Sample, says, type Wishes } from '../sample.ts'

const firstWord = (trigger: Trigger & { kind: 'keyword' }, language: Language): string | undefined =>
  trigger.words[language]?.[0] ?? Object.values(trigger.words).flat()[0]

/** What somebody writes so that this trigger begins the flow. */
function wordsFor(trigger: Trigger, { language, valuesOf }: Wishes): string[] {
  switch (trigger.kind) {
    case 'keyword': {
      const word = firstWord(trigger, language)
      const rests = trigger.saveRestAs ? valuesOf(trigger.saveRestAs) : []
      return word ? [word, ...rests.map(rest => `${word} ${rest}`)] : []
    }
    case 'link':
      return [trigger.code]
    case 'first_message':
      return ['Hola']
    case 'anything_else':
      return [NOT_UNDERSTOOD]
  }
}

/** Every way into a flow: by its words, else straight at its start. `exit` names the start node. */
export const beginnings = ({ starts }: CompiledFlow, wishes: Wishes): Sample[] =>
  starts.flatMap(({ node, triggers }): Sample[] => {
    const texts = [...new Set(triggers.flatMap(trigger => wordsFor(trigger, wishes)))]
    const said = texts.map(text => says(node, text))
    return [...said, { exit: node, act: { kind: 'begin', node } }]
  })
