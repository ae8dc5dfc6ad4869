import type { Trigger } from '../nodes/start.ts'
import { townWords } from '../platform-words.ts'
import type { TownData } from '../town.ts'
import { comparable } from '../understand/words.ts'
import { type Drawing, grouped } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** One thing that sets a start off: a word, looked for in some way, or a kind of message. */
interface Beginning {
  flow: Drawing
  node: string
  field: string
  word: string
  mode: string
}

/** A link writes its code for the contact, who then sends just that. */
const wordsOf = (trigger: Trigger): { words: string[]; mode: string } => {
  if (trigger.kind === 'keyword') return { words: Object.values(trigger.words).flat(), mode: trigger.mode }
  if (trigger.kind === 'link') return { words: [trigger.code], mode: 'exact' }
  return { words: [], mode: trigger.kind }
}

function beginnings(drawing: Drawing): Beginning[] {
  return drawing.starts.flatMap(node => {
    const step = drawing.steps.get(node)
    const triggers = step?.definition.triggers?.(step.config) ?? []
    return triggers.flatMap((trigger, index) => {
      const { words, mode } = wordsOf(trigger)
      const at = { flow: drawing, node, mode }
      if (mode === trigger.kind) return [{ ...at, field: `triggers.${index}`, word: '' }]
      const field = `triggers.${index}.${trigger.kind === 'link' ? 'code' : 'words'}`
      return words.filter(word => comparable(word) !== '').map(word => ({ ...at, field, word }))
    })
  })
}

const isSame = (one: Beginning, other: Beginning) => one.flow === other.flow && one.node === other.node

function clash(own: Beginning, other: Beginning): Finding {
  const { node, field, word, mode } = own
  const isElsewhere = other.flow !== own.flow
  const values: Finding['values'] = isElsewhere
    ? { word, trigger: mode, flow: other.flow.flow.name }
    : { word, trigger: mode, otherNode: other.node }
  const code = word === '' ? 'start_clash' : 'keyword_clash'
  if (other.mode !== mode) {
    const shadowed = isElsewhere ? 'keyword_shadowed_flow' : 'keyword_shadowed'
    return { code: shadowed, severity: 'warning', node, field, values }
  }
  return { code: isElsewhere ? `${code}_flow` : code, severity: 'error', node, field, values }
}

/** The worst clash of what begins a start with what was there before it: in this flow, then in the others. */
function clashesIn(group: readonly Beginning[], drawing: Drawing): Finding[] {
  const told = new Set<string>()
  return group.flatMap((own, index) => {
    if (own.flow !== drawing || told.has(own.node)) return []
    const before = group.slice(0, index).filter(other => other.flow === drawing && !isSame(own, other))
    const rivals = [...before, ...group.filter(other => other.flow !== drawing)]
    const rival = rivals.find(({ mode }) => mode === own.mode) ?? rivals[0]
    if (!rival) return []
    told.add(own.node)
    return [clash(own, rival)]
  })
}

/** A word of the whole channel is answered before any flow, when it is all that was said. */
function takenByTown(own: readonly Beginning[], town: TownData): Finding[] {
  const words = townWords(town)
  const told = new Set<string>()
  return own.flatMap(({ node, field, word, mode }): Finding[] => {
    const meaning = words.get(comparable(word))
    const isFlows = mode === 'begins_with' || meaning === 'join' // a flow of its own for who wants to subscribe goes first
    if (!meaning || isFlows || told.has(comparable(word))) return []
    told.add(comparable(word))
    return [{ code: 'keyword_is_town_word', severity: 'warning', node, field, values: { word, meaning } }]
  })
}

/** Words, and kinds of message, that would begin two things at once. */
export const keywords: Rule = ({ drawing, flows, town }) => {
  const own = beginnings(drawing)
  const all = [...own, ...flows.all.flatMap(beginnings)]
  const groups = grouped(all, ({ word, mode }) => (word === '' ? mode : `word ${comparable(word)}`))
  return [...[...groups.values()].flatMap(group => clashesIn(group, drawing)), ...takenByTown(own, town)]
}
