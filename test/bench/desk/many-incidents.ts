import type { Runtime } from '@pregoner/runtime'
import { type IncidentStatus, priorities } from '@pregoner/shared'

const MANRESA = { longitude: 1.826, latitude: 41.727 }
const DAYS = 180
const DAY_MS = 86_400_000
const AT_ONCE = 100
const PHOTOS = 7 // every seventh has one that never comes: rows are drawn with and without pictures

const kinds = [
  ['neteja', 'neteja', 'Contenidor ple a vessar', 'Mobles al mig de la vorera', 'Bosses fora del contenidor'],
  ['parcs', 'parcs', 'Una branca a punt de caure', 'El reg no funciona', 'Gespa molt alta'],
  ['enllumenat', 'enllumenat', 'Tres fanals apagats', 'Un fanal fa pampallugues', 'Caixa elèctrica oberta'],
  ['carrers', 'calcada', 'Un forat a la calçada', 'Una llosa solta', 'Una arrel aixeca la vorera'],
  ['mobilitat', 'circulacio', 'Un senyal girat', 'Semàfor avariat', 'Pas de vianants esborrat'],
  ['oac', 'altres', 'No sé a qui m’haig d’adreçar', 'Soroll cada nit', 'Una font no raja'],
] as const
const streets = ['Carrer Nou', 'Carrer de Guimerà', 'Passeig de Pere III', 'Carrer del Bruc', 'Plaça Major', 'La Plana']

/** The same numbers in every run. */
function numbersFrom(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const scope = { townKey: 'manresa', role: 'officer', departments: [], personId: 'bench', personName: 'Berta' } as const
const becomes = (share: number): IncidentStatus | null => {
  if (share < 0.15) return null
  if (share < 0.25) return 'in_progress'
  return share < 0.35 ? 'planned' : 'resolved'
}

/** Opens so many incidents over half a year as a town has them: all kinds, most with a pin, most of them resolved. */
export async function openMany({ stores }: Pick<Runtime, 'stores'>, count: number): Promise<void> {
  const next = numbersFrom(7)
  const begun = Date.now() - DAYS * DAY_MS

  async function openOne(index: number): Promise<void> {
    const [departmentId, category, ...texts] = kinds[Math.floor(next() * kinds.length)] ?? kinds[0]
    const text = texts[Math.floor(next() * texts.length)] ?? ''
    const street = `${streets[Math.floor(next() * streets.length)] ?? ''}, ${1 + Math.floor(next() * 90)}`
    const spread = () => (next() + next() + next() - 1.5) / 30 // densest in the middle
    const pin = { longitude: MANRESA.longitude + spread(), latitude: MANRESA.latitude + spread() }
    const at = new Date(begun + ((index + next()) / count) * DAYS * DAY_MS)
    const share = next()
    const priority = priorities[Math.floor(share * 40)] ?? 'normal'
    const convId = `manresa:bench${String(index).padStart(24, '0')}`
    const photo = { mediaId: `bench-${index}`, kind: 'image' as const, mime: 'image/jpeg', name: null, caption: null }
    const origin = { convId, channelId: 'manresa', channelKind: 'whatsapp' as const, contactName: `Veí ${index}` }
    const { summary } = await stores.incidents.openIncident(
      'manresa',
      `${convId}:1:0`,
      { ...origin, windowEndsAt: new Date(at.getTime() + DAY_MS) },
      {
        ...{ kind: 'open_incident', departmentId, personId: null, category, mode: 'one_answer', priority },
        ...{ reference: `MAN-${String(index).padStart(7, '0')}`, summary: `${text}, ${street}`, text },
        media: index % PHOTOS === 0 ? [photo] : [],
        place: index % 8 === 0 ? null : { ...pin, name: null, address: street },
        ...{ answers: { que: text, on: street }, language: 'ca', flowId: 'incidencia', node: 'route' },
      },
      at,
    )
    const status = becomes(share)
    if (status) await stores.incidents.edit(scope, summary.id, 1, { set: { status }, entries: [], outbox: [] })
  }
  for (let first = 0; first < count; first += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, more) => openOne(first + more)))
  }
}
