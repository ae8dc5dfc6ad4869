import {
  type Act,
  type Flow,
  type Language,
  type Line,
  nodeDefinition,
  type Said,
  simulate,
  simulatedFlows,
  type TownData,
} from '@pregoner/shared'
import { nodeView } from '../nodes/index.ts'
import { withExamples } from './fill-in.ts'

const MAX_ACTS = 6 // enough to see how it talks
const nothingSaid: Said = { text: null, choiceId: null, media: [], place: null }

function firstWords(flow: Flow, language: Language): string | undefined {
  return flow.nodes
    .flatMap(({ type, config }) => {
      const parsed = nodeDefinition(type)?.config.safeParse(config)
      return parsed?.success ? (nodeView(type)?.wordsToTry?.(parsed.data, language) ?? []) : []
    })
    .at(0)
}

/** The beginning of a conversation, always with the first answer that can be tapped; ends where words are asked for. */
export function excerptOf(flow: Flow, town: TownData, language: Language, startsAt: Date): Line[] {
  const flows = simulatedFlows(withExamples(flow), [], town)
  const setup = { name: 'Joana', language: null, startsAt: startsAt.toISOString(), seed: 1 }
  const text = firstWords(flow, language)
  if (text === undefined) return []
  const acts: Act[] = [{ kind: 'say', said: { ...nothingSaid, text } }]
  for (;;) {
    const { lines } = simulate(flows, setup, acts)
    const last = lines.findLast(line => line.kind === 'town')
    const [choice] = last?.kind === 'town' && lines.at(-1) === last ? last.message.choices : []
    if (!choice || acts.length >= MAX_ACTS) return lines
    acts.push({ kind: 'say', said: { ...nothingSaid, text: choice.label, choiceId: choice.id } })
  }
}
