import type { Flow, TownData } from '@pregoner/shared'

export interface DemoPerson {
  /** `officer`, `admin` or the id of the department; with the town it makes the sign-in name. */
  key: string
  name: string
  role: 'administrator' | 'officer' | 'agent'
  /** Department ids; an agent sees these only. */
  departments: string[]
}

export interface DemoChannel {
  key: string
  kind: 'whatsapp' | 'webchat'
  /** The number as the town hall publishes it. */
  displayNumber: string | null
}

/** Everything of one demo town: what flows know of it, its drawings, who signs in and where citizens write. */
export interface DemoTown {
  town: TownData
  flows: Flow[]
  people: DemoPerson[]
  channels: DemoChannel[]
}

/** The five demo towns, with rotas and agendas that begin at `now`. */
export function demoTowns(_now: Date): DemoTown[] {
  return []
}
