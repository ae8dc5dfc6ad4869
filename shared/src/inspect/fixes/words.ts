import { withWords } from '../../flow-texts.ts'
import type { LocalizedWords } from '../../language.ts'
import { nodeDefinition } from '../../nodes/index.ts'
import { comparable } from '../../understand/words.ts'
import { withField } from '../../with-field.ts'
import type { Step } from '../drawing.ts'
import { setBy } from '../flows.ts'
import type { Finding } from '../problem.ts'
import { type Fix, valueAt, withEdges, withNode } from './fix.ts'

const without = (words: LocalizedWords, word: string): LocalizedWords =>
  Object.fromEntries(
    Object.entries(words).map(([language, all]) => [
      language,
      (all ?? []).filter(one => comparable(one) !== comparable(word)),
    ]),
  )

/** Takes a word away that stands for something else already, as long as others are left. */
export const removeWord: Fix = {
  codes: ['words_clash', 'option_takes_word', 'keyword_clash', 'keyword_clash_flow', 'keyword_is_town_word'],
  plan({ node, field, values }, { flow, drawing }) {
    const step = drawing.steps.get(node ?? '')
    const use = step?.definition.words?.(step.config).find(one => one.field === field)
    const word = String(values?.word ?? '')
    if (!step || !use) return null
    const left = without(use.words, word)
    const isLast = use.kind === 'keyword' && Object.values(left).every(words => (words ?? []).length === 0)
    return isLast
      ? null
      : { values: { fixName: word }, apply: () => withWords(flow, { node: step.id, field: use.field }, left) }
  },
}

/** `triggers.2.words` → the list `triggers` and the place 2 in it. */
function itemOf(step: Step, { field }: Finding): { list: string; items: unknown[] } | null {
  const [list = '', index = ''] = (field ?? '').split('.')
  const all = valueAt(step.config, list)
  return Array.isArray(all) && /^\d+$/.test(index) && Number(index) < all.length
    ? { list, items: all.toSpliced(Number(index), 1) }
    : null
}

/** The step without one item of a list; null when names it sets, or the step itself, would be lost with it. */
function shortened(step: Step, finding: Finding): Record<string, unknown> | null {
  const item = itemOf(step, finding)
  const parsed = item && step.definition.config.safeParse(withField({ ...Object(step.config) }, item.list, item.items))
  if (!item || !parsed?.success) return null
  const names = new Set(setBy({ ...step, config: parsed.data }))
  return setBy(step).every(name => names.has(name)) ? { ...Object(parsed.data) } : null
}

/** Takes a way to begin away that has no word, or that something else takes. */
export const removeBeginning: Fix = {
  codes: [
    'keyword_missing',
    'start_clash',
    'start_clash_flow',
    'keyword_clash',
    'keyword_clash_flow',
    'keyword_is_town_word',
  ],
  plan(finding, { flow, drawing }) {
    const step = drawing.steps.get(finding.node ?? '')
    const config = step && shortened(step, finding)
    return step && config ? { apply: () => withNode(flow, step.id, node => ({ ...node, config })) } : null
  },
}

/** Takes a way out away that no rule leads to, and its line. */
export const removeWay: Fix = {
  codes: ['branch_empty', 'exit_never_taken'],
  plan(finding, { flow, drawing }) {
    const step = drawing.steps.get(finding.node ?? '')
    const config = step && shortened(step, finding)
    if (!step || !config) return null
    const left = new Set(
      nodeDefinition(step.definition.type)
        ?.exits(config)
        .map(({ id }) => id),
    )
    return {
      apply: () =>
        withEdges(
          withNode(flow, step.id, node => ({ ...node, config })),
          ({ from, exit }) => from !== step.id || left.has(exit),
        ),
    }
  },
}
