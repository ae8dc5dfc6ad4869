import type { IncidentEntry } from '@pregoner/shared'
import type { Lab, Life } from './lab.ts'

/** One thing that happens from outside. Rejects when it was not acknowledged; it comes again then. */
export type Happening = (life: Life, lab: Lab, phone: string) => Promise<void>

const says =
  (text: string): Happening =>
  ({ pipeline }, lab, phone) =>
    pipeline.receive.items(lab.channel, [lab.message(phone, text, text)])

const sendsPhoto: Happening = ({ pipeline }, lab, phone) => {
  const media = { mediaId: `photo-${phone}`, kind: 'image' as const, mime: 'image/jpeg', name: null, caption: null }
  return pipeline.receive.items(lab.channel, [lab.message(phone, 'photo', null, { media: [media] })])
}

const passes =
  (minutes: number): Happening =>
  async (_life, { clock }) =>
    clock.advance(minutes * 60_000)

const scope = { townKey: 'vila', role: 'officer', departments: [], personId: 'anna', personName: 'Anna' } as const

/** Somebody at the town hall answers the incident of this person; saved by the API, handed over by the sweep. */
export const officer =
  (event: 'answered' | 'closed', text: string, asks = false): Happening =>
  async (_life, { connection, stores, clock, convIdOf }, phone) => {
    const row = await connection.collection('incidents').findOne({ convId: convIdOf(phone) })
    const id = `${phone}-${event}`
    const incident = await stores.incidents.get(scope, String(row?._id))
    if (!incident || incident.entries.some(entry => entry.id === id)) return
    const entry: IncidentEntry = {
      ...{ id, at: clock.now().toISOString(), kind: 'answer', by: 'Anna', text, media: [] },
      ...{ status: null, to: null, delivery: 'queued', failure: null },
    }
    await stores.incidents.edit(scope, incident.id, incident.rev, {
      set: asks ? { status: 'resolved', asksSolved: false } : {},
      entries: [entry],
      outbox: [{ id, event, text, ...(asks && { asksSolved: true }) }],
    })
  }

/** Whole conversations that between them make every kind of write. */
export const scripts: Record<string, Happening[]> = {
  incident: [says('hola'), says('Un forat'), says('Davant de la farmàcia'), sendsPhoto],
  subscription: [says('hola'), says('Avisos'), says('Accepto'), says('baixa')],
  'service and timer': [says('hola'), says('Un servei'), says('Esperar'), passes(10)],
  dialogue: [says('hola'), says('Parlar'), says('Bon dia'), officer('answered', 'Digui'), officer('closed', 'Adéu')],
  'parked answer': [
    says('hola'),
    says('Parlar'),
    passes(1_500),
    officer('answered', 'Digui'),
    officer('closed', 'Adéu'),
    says('Sí'),
  ],
  'not solved': [
    says('hola'),
    says('Un forat'),
    says('Davant de la farmàcia'),
    sendsPhoto,
    officer('closed', 'Ja està tapat', true),
    says('no'),
    says('Encara hi és'),
  ],
  'data request': [says('les meves dades')],
}
