import { z } from 'zod'
import { MAX_BUTTON_BODY_CHARS, MAX_TEXT_CHARS } from '../channel-limits.ts'
import { localizedText } from '../language.ts'
import { defineNode, type Scene } from '../node.ts'
import { phrase } from '../phrases.ts'
import { taps } from '../sample.ts'
import { tappedOption } from '../scene.ts'
import { onlyOnce } from '../sends.ts'
import { parseNumber } from '../understand.ts'

/** Finishes, and may ask for a mark first. */
export const end = defineNode({
  type: 'end',
  family: 'decides',
  config: z.strictObject({
    text: localizedText(),
    asksRating: z.boolean(),
    best: z.number().int().min(2).max(10),
    waitMinutes: z.number().positive().max(43_200),
  }),
  blank: { text: {}, asksRating: false, best: 5, waitMinutes: 1_440 },
  exits: () => [],
  ends: () => true,

  enter({ text, asksRating, best, waitMinutes }, scene) {
    const said = scene.text(text)
    if (!asksRating) return { end: 'ended', messages: said ? [scene.message(said)] : [] }
    const choices = Array.from({ length: best }, (_, index) => scene.choice(`mark-${index + 1}`, String(index + 1)))
    const listLabel = phrase('choose', scene.language, scene.defaultLanguage)
    return { messages: [scene.message(said, { choices, listLabel })], wait: { kind: 'reply', minutes: waitMinutes } }
  },

  claims({ best }, reply, scene) {
    const mark = markIn(reply, scene)
    return mark !== null && Number.isInteger(mark) && mark >= 1 && mark <= best
  },

  resume({ best }, input, scene) {
    const mark = input.kind === 'reply' ? markIn(input, scene) : null
    if (mark === null || !Number.isInteger(mark) || mark < 1 || mark > best) return { end: 'ended' }
    return { end: 'ended', effects: [{ kind: 'rate', flowId: scene.flowId, node: scene.node, mark, best }] }
  },

  samples: ({ best }, scene) => [taps(null, scene.choice(`mark-${best}`, String(best)))],

  sends: ({ text, asksRating }) => ({
    first:
      asksRating || Object.values(text).some(Boolean)
        ? [{ texts: [text], room: asksRating ? MAX_BUTTON_BODY_CHARS : MAX_TEXT_CHARS, isOpen: !asksRating }]
        : [],
    later: onlyOnce,
  }),
  texts: ({ text, asksRating }) => [{ field: 'text', text, maxChars: MAX_BUTTON_BODY_CHARS, required: asksRating }],
})

function markIn(reply: { text: string | null; choiceId: string | null }, scene: Scene): number | null {
  const tapped = tappedOption(reply, scene)
  return tapped?.startsWith('mark-') ? Number(tapped.slice('mark-'.length)) : parseNumber(reply.text ?? '', 'ca')
}
