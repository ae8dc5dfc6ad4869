import { type Language, type LocalizedText, textIn } from '../language.ts'
import { easterDayIn } from './easter.ts'
import { addDays, weekdayOf } from './town-time.ts'

/** A holiday by law: every year on that day, or so many days from Easter. */
interface Rule {
  on: string
  name: LocalizedText
  /** The first year it was kept. */
  since?: number
  /** A Sunday is made up for on the Monday. */
  isMadeUpFor?: boolean
}

const rule = (on: string, ca: string, es: string, more: Omit<Rule, 'on' | 'name'> = {}): Rule => ({
  ...{ on, name: { ca, es } },
  ...more,
})
const italian = (on: string, it: string, since?: number): Rule => ({ on, name: { it }, ...(since && { since }) })

// Real Decreto 2001/1983, art. 45, with the days every community keeps.
const spain = [
  rule('01-01', 'Cap d’Any', 'Año Nuevo'),
  rule('01-06', 'Reis', 'Epifanía del Señor'),
  rule('easter-2', 'Divendres Sant', 'Viernes Santo'),
  rule('05-01', 'Festa del Treball', 'Fiesta del Trabajo'),
  rule('08-15', 'L’Assumpció', 'Asunción de la Virgen'),
  rule('10-12', 'Festa Nacional', 'Fiesta Nacional de España'),
  rule('11-01', 'Tots Sants', 'Todos los Santos'),
  rule('12-06', 'Dia de la Constitució', 'Día de la Constitución'),
  rule('12-08', 'La Immaculada', 'Inmaculada Concepción'),
  rule('12-25', 'Nadal', 'Natividad del Señor'),
]
const easterMonday = rule('easter+1', 'Dilluns de Pasqua', 'Lunes de Pascua')
const saintJohn = rule('06-24', 'Sant Joan', 'San Juan')

// Legge 27 maggio 1949, n. 260 with what changed it; 4 October by Legge 8 ottobre 2025, n. 151.
const italy = [
  italian('01-01', 'Capodanno'),
  italian('01-06', 'Epifania'),
  italian('easter+0', 'Pasqua'),
  italian('easter+1', 'Lunedì dell’Angelo'),
  italian('04-25', 'Festa della Liberazione'),
  italian('05-01', 'Festa del Lavoro'),
  italian('06-02', 'Festa della Repubblica'),
  italian('08-15', 'Assunzione di Maria'),
  italian('10-04', 'San Francesco d’Assisi', 2026),
  italian('11-01', 'Ognissanti'),
  italian('12-08', 'Immacolata Concezione'),
  italian('12-25', 'Natale'),
  italian('12-26', 'Santo Stefano'),
]

const rulesByRegion: { readonly [Region in string]?: readonly Rule[] } = {
  ES: spain,
  'ES-CT': [
    ...spain,
    easterMonday,
    saintJohn,
    rule('09-11', 'Diada Nacional de Catalunya', 'Fiesta Nacional de Cataluña'),
    rule('12-26', 'Sant Esteve', 'San Esteban'),
  ],
  'ES-IB': [
    ...spain,
    rule('03-01', 'Dia de les Illes Balears', 'Día de las Illes Balears', { isMadeUpFor: true }),
    rule('easter-3', 'Dijous Sant', 'Jueves Santo'),
    easterMonday,
  ],
  'ES-VC': [
    ...spain,
    rule('03-19', 'Sant Josep', 'San José'),
    easterMonday,
    saintJohn,
    rule('10-09', 'Dia de la Comunitat Valenciana', 'Día de la Comunitat Valenciana'),
  ],
  IT: italy,
  'IT-52': italy, // Tuscany adds none
}

/**
 * The public holidays of a year by the law of Spain, Catalonia, the Balearic Islands, the Valencian Community, Italy or
 * Tuscany, in order; null for other regions. What a yearly decree moves is not known here.
 */
export function holidaysByLaw(
  region: string,
  year: number,
  language: Language,
): { date: string; name: string }[] | null {
  const rules = rulesByRegion[region]
  if (!rules) return null
  const days = rules.flatMap(({ on, name, since = 0, isMadeUpFor = false }) => {
    if (year < since) return []
    const date = on.startsWith('easter') ? easterDayIn(on, year) : `${year}-${on}`
    const day = { date, name: textIn(name, language, 'es') }
    return isMadeUpFor && weekdayOf(date) === 7 ? [day, { ...day, date: addDays(date, 1) }] : [day]
  })
  return days.toSorted((one, other) => one.date.localeCompare(other.date))
}
