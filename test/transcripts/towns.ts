import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoTowns } from '@pregoner/seeds'
import {
  type CompiledFlow,
  compile,
  type Flow,
  type FrontNotice,
  parseFlow,
  type TownData,
  type TownFlows,
} from '@pregoner/shared'
import { smallTown } from './nodes/small-town.ts'
import { beginning } from './pure-talker.ts'
import type { Settings } from './transcript.ts'

/** Every flow of a town published once, each with all the others as its sub-flows. */
export function publishAll(town: TownData, flows: readonly Flow[]): TownFlows {
  const published = flows.map((flow): CompiledFlow => {
    const subflows = flows.filter(({ id }) => id !== flow.id)
    return compile({ flowId: flow.id, version: 1, flow, subflows }, town)
  })
  return { town, published, version: flowId => published.find(({ id }) => id === flowId) }
}

function readFlow(path: string): Flow {
  const parsed = parseFlow(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.ok) throw new Error(`${path} is no flow: ${JSON.stringify(parsed.faults)}`)
  return parsed.flow
}

/** The emergencies of a transcript, each for a day. */
function frontsOf({ emergencies, at }: Settings, { timeZone, defaultLanguage }: TownData): FrontNotice[] {
  const until = new Date(beginning(at, timeZone).getTime() + 86_400_000).toISOString()
  return emergencies.map((text, index) => ({ id: `emergency-${index}`, text: { [defaultLanguage]: text }, until }))
}

/** The town and the flows a transcript talks to; flow files lie beside the transcript. */
export function flowsFor(settings: Settings, folder: string): TownFlows {
  if (settings.town === null) {
    return publishAll(
      smallTown,
      settings.flows.map(name => readFlow(join(folder, name))),
    )
  }
  const found = demoTowns(beginning(settings.at, 'Europe/Madrid')).find(({ town }) => town.key === settings.town)
  if (!found) throw new Error(`No demo town is called ${settings.town}`)
  const wanted = settings.flows.length > 0 ? settings.flows : null
  const flows = publishAll(
    found.town,
    found.flows.filter(({ id }) => wanted?.includes(id) ?? true),
  )
  return { ...flows, fronts: frontsOf(settings, found.town) }
}
