import { type FlowFile, writeFlowFile } from '@pregoner/shared'
import { adoptPart, type Match, matchesIn } from '../editor/adopt-part.ts'
import type { Surroundings } from '../editor/town-things.ts'

export interface AdoptedFile {
  /** Of what the steps name in their own town, what was found here. */
  matches: readonly Match[]
  /** The file as it is handed to the runtime: what has been found goes by its name here. */
  text: string
}

/** A file as this town has it. What comes along in the file need not be here. */
export function adoptedFile(file: FlowFile, around: Surroundings, name: string): AdoptedFile {
  const { key, name: townName } = around.town
  const flows = [...around.flows, ...file.subflows.map(({ id, name: inner }) => ({ id, name: inner }))]
  const here = { ...around, flows }
  const isForeign = file.town !== null && file.town.key !== key
  const adopted = [file.flow, ...file.subflows].map(flow => {
    const matches = matchesIn(flow, file.things, here)
    return { matches, flow: isForeign ? adoptPart(flow, matches).part : flow }
  })
  const [main, ...subflows] = adopted.map(({ flow }) => flow)
  const matches = new Map(adopted.flatMap(each => each.matches.map(match => [match.key, match] as const)))
  return {
    matches: [...matches.values()],
    text: writeFlowFile({
      town: { key, name: townName },
      things: [],
      flow: { ...(main ?? file.flow), name },
      subflows,
    }),
  }
}
