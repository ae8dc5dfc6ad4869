import type { Flow } from '../flow.ts'
import type { TownData } from '../town.ts'
import type { Drawing } from './drawing.ts'
import type { Flows } from './flows.ts'
import type { Finding } from './problem.ts'

/** What a rule looks at. */
export interface Inspection {
  flow: Flow
  drawing: Drawing
  town: TownData
  flows: Flows
}

export type Rule = (inspection: Inspection) => Finding[]
