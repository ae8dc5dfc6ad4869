import { type Exit, type FlowNode, nodeDefinition } from '@pregoner/shared'
import { exitsOf } from '../editor/exits.ts'
import { defineWords, translate } from '../i18n/index.ts'
import { helpCa } from './words/help-ca.ts'
import { helpEn } from './words/help-en.ts'
import { helpEs } from './words/help-es.ts'
import { helpIt } from './words/help-it.ts'

/** Help texts for each type of step. */
export const helpWords = defineWords('help', { ca: helpCa, es: helpEs, it: helpIt, en: helpEn })

type HelpKey = keyof typeof helpCa
const isKey = (key: string): key is HelpKey => Object.hasOwn(helpCa, key)

export const exampleFor = (type: string): string => {
  const key = `example.${type}`
  return isKey(key) ? translate(helpWords, key) : ''
}

/** Exits of an officer's own making: options of a step that asks, ways of one that decides. */
const ownExit = (type: string): HelpKey => (nodeDefinition(type)?.family === 'asks' ? 'exit.option' : 'exit.branch')

function keyFor(node: FlowNode, { id, label }: Exit): HelpKey {
  if (label) return ownExit(node.type)
  const key = id === 'closed' && nodeDefinition(node.type)?.reachesPeople ? 'exit.dialogue_closed' : `exit.${id}`
  return isKey(key) ? key : 'exit.next'
}

export interface ExitHelp {
  readonly words: string
  readonly exits: readonly string[]
}

/** What the exits of a step mean; those of the officer's own making are told of together. */
export function exitHelp(node: FlowNode): ExitHelp[] {
  const byKey = new Map<HelpKey, string[]>()
  for (const exit of exitsOf(node)) {
    const key = keyFor(node, exit)
    byKey.set(key, [...(byKey.get(key) ?? []), exit.id])
  }
  return [...byKey].map(([key, exits]) => ({ words: translate(helpWords, key), exits }))
}
