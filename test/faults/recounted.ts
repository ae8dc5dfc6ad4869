import { spanOf } from '../../runtime/src/statistics/spans.ts'
import type { RandomRows } from '../random-town.ts'
import { recount } from '../recount.ts'
import type { Lab } from './lab.ts'

/** The figures of the lab's town as the product counts them, and by plain counting over all its rows. */
export async function figuresBothWays({ connection, stores, clock }: Lab) {
  const query = { period: '30d' as const }
  const timeZone = (await stores.towns.get('vila'))?.timeZone ?? 'UTC'
  const rows = <Row extends object>(name: string) => connection.collection<Row>(name).find().toArray()
  const scope = { townKey: 'vila', role: 'officer' as const, departments: [], personId: '', personName: '' }
  const { talk, work } = await stores.statistics.townStatistics(scope, query, clock.now())
  const all = {
    events: await rows<RandomRows['events'][number]>('events'),
    sends: await rows<RandomRows['sends'][number]>('sends'),
    incidents: await rows<RandomRows['incidents'][number]>('incidents'),
    subscriptions: [],
  } as unknown as RandomRows
  const tariff = { currency: 'EUR', countries: [], otherCountries: null }
  const byHand = recount({ rows: all, query, timeZone, tariff, ...spanOf(query, timeZone, clock.now()).now })
  const unmeasured = { firstAnswer: null, resolution: null } // how long things took is another test's matter
  return {
    counted: { talk: { ...talk?.now, price: null }, work: { ...work.now, ...unmeasured } },
    byHand: { talk: { ...byHand.talk, price: null }, work: { ...byHand.work, ...unmeasured } },
  }
}
