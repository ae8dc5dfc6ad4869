import type { Passage } from '../engine.ts'
import type { Choice } from '../message.ts'
import { nodeDefinition } from '../nodes/index.ts'
import { readWireId } from '../scene.ts'
import { type Act, type Line, playAct, type Setup, standAtStart } from '../simulation/index.ts'
import type { TownFlows } from '../turn.ts'
import { lineText, type ToldLine, toldLines } from './told-line.ts'

/** What a test is made of, besides its name. */
export interface Tested {
  setup: Setup
  acts: readonly Act[]
  lines: readonly ToldLine[]
}

/** How a test came out. `lines` is the conversation as it goes now. */
export type TestResult =
  | { hasPassed: true; lines: ToldLine[] }
  | {
      hasPassed: false
      lines: ToldLine[]
      /** The first line that differs, from 0; `expected` or `got` is null where that conversation is over. */
      index: number
      expected: ToldLine | null
      got: ToldLine | null
      /** The step of the tested flow where it happened; null when none of it had been passed. */
      node: string | null
    }

/** The same tap on today's buttons: of the very step when it still offers the option, else the option of that id or name. */
function withTap(act: Act, lines: readonly Line[]): Act {
  const tapped = act.kind === 'say' && act.said.choiceId ? readWireId(act.said.choiceId) : null
  if (act.kind !== 'say' || !tapped) return act
  const offers = lines.flatMap(line => (line.kind === 'town' && line.message.choices.length > 0 ? [line.message] : []))
  const option = ({ id }: Choice) => readWireId(id)?.option
  const isSame = ({ id }: Choice) => {
    const offered = readWireId(id)
    return offered?.flowId === tapped.flowId && offered.node === tapped.node && offered.option === tapped.option
  }
  const now = offers.at(-1)?.choices ?? []
  const choice =
    offers.flatMap(({ choices }) => choices).findLast(isSame) ??
    now.find(one => option(one) === tapped.option) ??
    now.find(({ label }) => label === act.said.text)
  return choice ? { kind: 'say', said: { ...act.said, text: choice.label, choiceId: choice.id } } : act
}

/** Plays the acts against the flows as they are now; `passedBy` is how many passages there were by each line. */
export function replay(flows: TownFlows, setup: Setup, acts: readonly Act[]) {
  let standing = standAtStart(setup)
  const lines: Line[] = []
  const passages: Passage[] = []
  const passedBy: number[] = []
  for (const act of acts) {
    const happened = playAct(flows, standing, withTap(act, lines))
    standing = happened.standing
    passages.push(...happened.passages)
    lines.push(...happened.lines)
    passedBy.push(...happened.lines.map(() => passages.length))
  }
  return { lines, passages, passedBy }
}

const wordsOf = (flows: TownFlows, node: string): string[] => {
  const found = flows.published[0]?.flow.nodes.find(({ id }) => id === node)
  const definition = found && nodeDefinition(found.type)
  const parsed = definition?.config.safeParse(found?.config)
  const texts = (parsed?.success && definition?.texts?.(parsed.data)) || []
  return texts.flatMap(({ text }) => Object.values(text)).filter(words => words !== undefined && words !== '')
}

/** The step a differing line is laid to: the one whose words are new in it, else where the conversation then stood. */
function blamed(flows: TownFlows, line: Line | undefined, before: readonly Passage[], expected: string): string | null {
  const root = flows.published[0]?.id
  if (line?.kind === 'no_reply') return line.node
  if (line?.kind === 'ending' && 'node' in line.ending && line.ending.flowId === root) return line.ending.node
  if (line?.kind === 'effect' && 'node' in line.effect && line.effect.flowId === root) return line.effect.node
  const trail = line && 'passages' in line ? line.passages.filter(({ flowId }) => flowId === root) : []
  const got = line?.kind === 'town' ? [line.message.text, ...line.message.choices.map(({ label }) => label)] : []
  const isNew = ({ node }: Passage) =>
    wordsOf(flows, node).some(words => got.some(said => said.includes(words)) && !expected.includes(words))
  return trail.find(isNew)?.node ?? (trail.at(-1) ?? before.findLast(({ flowId }) => flowId === root))?.node ?? null
}

/** Plays a test against the flows, the tested one first, and finds the first line that is not as it was kept. */
export function runFlowTest(flows: TownFlows, test: Tested): TestResult {
  const { lines: played, passages, passedBy } = replay(flows, test.setup, test.acts)
  const lines = toldLines(played)
  const length = Math.max(lines.length, test.lines.length)
  for (let index = 0; index < length; index++) {
    const expected = test.lines[index] ?? null
    const got = lines[index] ?? null
    if (expected && got && lineText(expected) === lineText(got)) continue
    const before = passages.slice(0, passedBy[index] ?? passages.length)
    const node = blamed(flows, played[index], before, expected ? lineText(expected) : '')
    return { hasPassed: false, lines, index, expected, got, node }
  }
  return { hasPassed: true, lines }
}
