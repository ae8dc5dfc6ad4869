import { type BulletinDraft, type Flow, type Geography, parseFlow, type TownData } from '@pregoner/shared'

export interface DemoPerson {
  /** `admin`, `officer` or the id of the department; with the town it makes the sign-in name. */
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

/** A conversation that the demo keeps as a test: what a citizen writes, one message after the other. */
export interface DemoTest {
  id: string
  flowId: string
  name: string
  says: string[]
}

/** Everything of one demo town: what flows know of it, its drawings, who signs in and where citizens write. */
export interface DemoTown {
  town: TownData
  flows: Flow[]
  people: DemoPerson[]
  channels: DemoChannel[]
  tests?: DemoTest[]
  /** What it sends by itself week by week. */
  bulletins?: (BulletinDraft & { id: string })[]
  /** Districts and streets, for towns whose matters have a place. */
  geography?: Geography
}

/** The drawings of a town, as they lie in its folder. Throws on a document that is no flow. */
export const drawings = (...documents: unknown[]): Flow[] =>
  documents.map(document => {
    const parsed = parseFlow(document)
    if (!parsed.ok) throw new Error(`A demo drawing is no flow: ${JSON.stringify(parsed.faults)}`)
    return parsed.flow
  })
