import { z } from 'zod'
import { localizedWords } from '../language.ts'
import { answerName } from '../names.ts'
import { defineNode, type NodeFault } from '../node.ts'

export const keywordModes = ['exact', 'begins_with', 'any_word'] as const

/** What begins a flow here. A keyword "begins with" keeps the rest of the text as the answer `saveRestAs`. */
export const trigger = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('keyword'),
    words: localizedWords,
    mode: z.enum(keywordModes),
    saveRestAs: answerName.nullable(),
  }),
  /** The first message this contact ever sends. */
  z.strictObject({ kind: z.literal('first_message') }),
  /** Whatever nothing else takes. `restHours` keeps it from being said again to the same contact so soon; 0 always says it. */
  z.strictObject({ kind: z.literal('anything_else'), restHours: z.number().min(0).max(8_760) }),
  /** A link or QR code that opens the chat with this code already written. */
  z.strictObject({ kind: z.literal('link'), code: z.string().min(3).max(60) }),
])
export type Trigger = z.infer<typeof trigger>

const isBlank = (word: string) => word.trim() === ''
const savedBy = (one: Trigger) => (one.kind === 'keyword' && one.mode === 'begins_with' ? one.saveRestAs : null)

/** Where a session begins. */
export const start = defineNode({
  type: 'start',
  family: 'starts',
  config: z.strictObject({ triggers: z.array(trigger).max(50) }),
  blank: { triggers: [] },
  exits: () => [{ id: 'next' }],
  enter: () => ({ exit: 'next' }),
  triggers: ({ triggers }) => triggers,
  words: ({ triggers }) =>
    triggers.flatMap((one, index) =>
      one.kind === 'keyword' ? [{ field: `triggers.${index}.words`, kind: 'keyword' as const, words: one.words }] : [],
    ),
  sets({ triggers }) {
    const saved = triggers.map(savedBy)
    const [first] = saved
    return first && saved.every(name => name === first) ? [{ exit: null, names: [first] }] : []
  },
  maySet: ({ triggers }) => triggers.flatMap(one => savedBy(one) ?? []),

  faults: ({ triggers }) =>
    triggers.flatMap((one, index): NodeFault[] => {
      const isEmpty = one.kind === 'keyword' && Object.values(one.words).every(words => words.every(isBlank))
      return isEmpty ? [{ code: 'keyword_missing', severity: 'error', field: `triggers.${index}.words` }] : []
    }),
})
