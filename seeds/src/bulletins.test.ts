import {
  bulletinDraft,
  bulletinFault,
  bulletinText,
  holidaysByLaw,
  issueDays,
  type Language,
  type TownData,
} from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { demoTowns } from './index.ts'

const SUNDAY = '2026-11-22T18:00:00Z'
const all = demoTowns(new Date(SUNDAY)).flatMap(({ town, bulletins = [] }) =>
  bulletins.map(bulletin => ({ town, bulletin })),
)

/** As the runtime fills them in. */
const withHolidays = (town: TownData): TownData => ({
  ...town,
  calendars: town.calendars.map(calendar => ({
    ...calendar,
    publicHolidays: [2026, 2027].flatMap(
      year => holidaysByLaw(calendar.region ?? '', year, town.defaultLanguage) ?? [],
    ),
  })),
})

/** What subscribers read the next time a bulletin comes out, in a demo that began at `from`. */
function said(townKey: string, id: string, language: Language, from = SUNDAY): string | null {
  const now = new Date(from)
  const demo = demoTowns(now).find(({ town }) => town.key === townKey)
  const bulletin = demo?.bulletins?.find(each => each.id === id)
  if (!demo || !bulletin) throw new Error(`no bulletin ${id} of ${townKey}`)
  const [day] = issueDays(bulletin, demo.town.timeZone, now, 1)
  return day ? bulletinText(bulletin, withHolidays(demo.town), day.at, language) : null
}

test.each(all.map(({ town, bulletin }) => [town.key, bulletin.id, town, bulletin] as const))(
  '%s has a whole bulletin: %s',
  (_key, _id, town, { id: _, ...draft }) => {
    expect(bulletinDraft.safeParse(draft).error).toBeUndefined()
    expect(bulletinFault(draft, town)).toBeNull()
  },
)

describe('on Monday', () => {
  test('Empoli tells whose turn it is, and when somebody answers', () => {
    expect(said('empoli', 'farmacie', 'it')).toMatchInlineSnapshot(`
      "*Farmacia di turno della settimana*

      Farmacia Centrale
      Piazza della Vittoria, 8, tel. 0571 700 101
      fino a lunedì 30 novembre, ore 09:00

      *Quando rispondiamo*
      lunedì 23 novembre: 09:00–13:00, 15:00–18:00
      martedì 24 novembre: 09:00–13:00, 15:00–18:00
      mercoledì 25 novembre: 09:00–13:00, 15:00–18:00
      giovedì 26 novembre: 09:00–13:00, 15:00–18:00
      venerdì 27 novembre: 09:00–13:00, 15:00–18:00
      sabato 28 novembre: 09:00–12:00
      domenica 29 novembre: chiuso

      Per non ricevere più messaggi scrivi *DISATTIVA ISCRIZIONE*."
    `)
  })

  test('Empoli’s hours are those of that week: closed on holidays, shorter in summer', () => {
    expect(said('empoli', 'farmacie', 'it', '2026-12-04T00:00:00Z')).toContain(
      'martedì 8 dicembre: chiuso (Immacolata Concezione)\nmercoledì 9 dicembre: 09:00–13:00, 15:00–18:00',
    )
    expect(said('empoli', 'farmacie', 'it', '2027-07-01T00:00:00Z')).toContain(
      'venerdì 9 luglio: 08:30–13:30\nsabato 10 luglio: 09:00–12:00',
    )
  })

  test('Alzira sums the week up in Valencian', () => {
    expect(said('alzira', 'resum', 'ca')).toMatchInlineSnapshot(`
      "*Esta setmana a Alzira*

      *Programació cultural*
      • dimarts, 24 de novembre, 18:30: Club de lectura (Biblioteca)
      • dijous, 26 de novembre, 20:30: Teatre: El Tirant (Gran Teatre)
      • dissabte, 28 de novembre, 19:00: Concert de la Societat Musical (Gran Teatre)

      *Ofertes de treball d’Idea*
      • Operari/ària de magatzem de fruita, ref. ID-118, fins al dilluns, 30 de novembre
      • Cambrer/a de cap de setmana, ref. ID-121, fins al divendres, 4 de desembre
      • Tècnic/a d’informàtica, ref. ID-123, fins al dilluns, 7 de desembre

      Escriu *hola* per al menú, o *baixa* per a deixar de rebre els avisos."
    `)
  })

  test('Alzira sums the week up in Spanish', () => {
    expect(said('alzira', 'resum', 'es')).toMatchInlineSnapshot(`
      "*Esta semana en Alzira*

      *Programación cultural*
      • martes, 24 de noviembre, 18:30: Club de lectura (Biblioteca)
      • jueves, 26 de noviembre, 20:30: Teatro: El Tirant (Gran Teatre)
      • sábado, 28 de noviembre, 19:00: Concierto de la Societat Musical (Gran Teatre)

      *Ofertas de trabajo de Idea*
      • Operario/a de almacén de fruta, ref. ID-118, hasta el lunes, 30 de noviembre
      • Camarero/a de fin de semana, ref. ID-121, hasta el viernes, 4 de diciembre
      • Técnico/a de informática, ref. ID-123, hasta el lunes, 7 de diciembre

      Escribe *hola* para el menú, o *baja* para dejar de recibir los avisos."
    `)
  })
})

test('Empoli’s Thursday has what is on until Sunday and what is due', () => {
  expect(said('empoli', 'settimana', 'it')).toMatchInlineSnapshot(`
    "*Fino a domenica a Empoli*

    *Eventi*
    • venerdì 27 novembre, ore 08:00: Mercatino dell’antiquariato, Piazza della Vittoria

    *Scadenze*
    • entro lunedì 30 novembre: Mensa scolastica. Ultimi giorni per il pagamento del trimestre.
    • entro giovedì 17 dicembre: IMU, saldo. Si paga con il modello F24.
    • entro venerdì 1 gennaio: Bonus sociale idrico. Domanda con attestazione ISEE."
  `)
})

test('Alzira says nothing of a weekend on which nothing is on', () => {
  expect(said('alzira', 'cap-de-setmana', 'ca')).toMatchInlineSnapshot(`
    "*Este cap de setmana*

    • dissabte, 28 de novembre, 19:00: Concert de la Societat Musical (Gran Teatre)"
  `)
  expect(said('alzira', 'cap-de-setmana', 'es', '2026-11-25T00:00:00Z')).toContain('viernes, 27 de noviembre')
  const weekend = { ...all.find(({ town }) => town.key === 'alzira') }
  const town = weekend.town && { ...weekend.town, tables: weekend.town.tables.map(table => ({ ...table, rows: [] })) }
  expect(town && weekend.bulletin && bulletinText(weekend.bulletin, town, new Date(SUNDAY), 'es')).toBeNull()
})
