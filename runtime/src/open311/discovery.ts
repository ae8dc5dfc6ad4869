import type { TownData } from '@pregoner/shared'
import type { Told } from './telling.ts'

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'
const FORMATS = ['text/xml', 'application/json']
const CHANGE_DIGITS = 10 // so that texts sort as the numbers do

/** Service Discovery: where a town's endpoint is, and whether what it offers has changed. */
export function discoveryOf(town: TownData, change: number, address: string): Told {
  const changeset = String(change).padStart(CHANGE_DIGITS, '0')
  const endpoint = {
    specification: SPECIFICATION,
    url: `${address}/open311/${town.key}/v2`,
    changeset,
    type: 'production',
  }
  const facts = {
    changeset,
    contact: `The town hall of ${town.name}`,
    key_service: `Ask the town hall of ${town.name} for a key`,
  }
  return {
    json: { ...facts, endpoints: [{ ...endpoint, formats: FORMATS }] },
    xml: { discovery: { ...facts, endpoints: { endpoint: { ...endpoint, formats: { format: FORMATS } } } } },
  }
}
