import { createHash } from 'node:crypto'
import { askNode, type Flow, masked, type NotUnderstoodText, normalize } from '@pregoner/shared'
import type { Misunderstood } from '../stores/given-answer-store.ts'

const MAX_TEXTS = 500
const MAX_SHOWN_CHARS = 160
const ID_CHARS = 32

/** Names a text of a step without telling it, so that nothing a citizen wrote is kept with what officers put aside. */
const idOf = (node: string, words: string): string =>
  createHash('sha256').update(`${node} ${words}`).digest('hex').slice(0, ID_CHARS)

/** A citizen's words as officers may see them: personal data masked, long stories cut. */
export function shownText(text: string): string {
  const shown = masked(text).replace(/\s+/g, ' ').trim()
  return shown.length > MAX_SHOWN_CHARS ? `${shown.slice(0, MAX_SHOWN_CHARS).trimEnd()}…` : shown
}

/** Whether a step asks for personal data; one that is not in the drawing any more may have. */
export function asksForPersonalData({ nodes }: Flow, nodeId: string): boolean {
  const node = nodes.find(({ id }) => id === nodeId)
  return !node || askNode(node, (definition, config) => [definition.asksPersonalData?.(config)])[0] === true
}

/**
 * Answers that were not understood, put together by what they say however it is spelt, the most frequent first. Of
 * steps that ask for personal data only the number is told. `answers` come newest first.
 */
export function groupedTexts(flow: Flow, answers: readonly Misunderstood[], ignored: Set<string>): NotUnderstoodText[] {
  const places = new Set(answers.map(({ node }) => node))
  const personal = new Set([...places].filter(node => asksForPersonalData(flow, node)))
  const groups = new Map<string, NotUnderstoodText>()
  for (const { node, text, language, at } of answers) {
    const isPersonal = personal.has(node)
    const id = idOf(node, isPersonal ? '' : normalize(text) || text)
    const known = groups.get(id)
    if (known) {
      groups.set(id, { ...known, count: known.count + 1 })
      continue
    }
    const shown = shownText(text)
    const isMasked = shown !== text.replace(/\s+/g, ' ').trim()
    groups.set(id, {
      ...{ id, node, text: isPersonal ? null : shown, isMasked: isPersonal || isMasked, count: 1, language },
      ...{ at: at.toISOString(), isIgnored: ignored.has(id) },
    })
  }
  return [...groups.values()].sort((one, other) => other.count - one.count).slice(0, MAX_TEXTS)
}
