import { type InterfaceLanguage, interfaceLanguages, type TownData, textIn, type WorkFigures } from '@pregoner/shared'
import type { Letter } from '../mail/mailer.ts'
import type { CountedStatistics } from '../stores/statistics-store.ts'
import type { Week } from './weeks.ts'
import { type DigestWord, digestWords } from './words.ts'

export interface DigestFacts {
  figures: Pick<CountedStatistics, 'work' | 'categories'>
  /** What is open and late in the department now, whenever it was opened. */
  workload: { open: number; late: number }
}

interface Told {
  town: TownData
  departmentId: string
  week: Week
  facts: DigestFacts
  /** Where the same figures are on screen; null when nobody knows the address. */
  link: string | null
}

interface Line {
  label: string
  value: string
  note: string
}

const MAX_CATEGORIES = 8

const languageOf = ({ defaultLanguage }: TownData): InterfaceLanguage =>
  interfaceLanguages.find(known => known === defaultLanguage) ?? 'en'

const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)

/** A length of time in the two units a person would say. */
function spoken(minutes: number, language: InterfaceLanguage): string {
  const whole = Math.round(minutes)
  if (whole < 60) return `${whole} min`
  if (whole < 48 * 60) return `${Math.floor(whole / 60)} h ${whole % 60} min`
  return `${Math.floor(whole / 1_440)} ${language === 'it' ? 'g' : 'd'} ${Math.floor((whole % 1_440) / 60)} h`
}

function linesOf({ facts, town }: Told, t: (word: DigestWord, values?: Record<string, string>) => string): Line[] {
  const language = languageOf(town)
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language)
  const { now, before } = facts.figures.work
  const counted = (name: 'incidents' | 'answered' | 'resolved' | 'late'): Line => ({
    ...{ label: t(name), value: number.format(now[name]) },
    note: t('before', { before: number.format(before[name]) }),
  })
  const lasting = (name: 'firstAnswer' | 'resolution'): Line[] => {
    const said = (figures: WorkFigures) => figures[name] && spoken(figures[name].median, language)
    const [value, earlier] = [said(now), said(before)]
    return value ? [{ label: t(name), value, note: earlier ? t('before', { before: earlier }) : '' }] : []
  }
  return [
    ...(['incidents', 'answered', 'resolved', 'late'] as const).map(counted),
    ...lasting('firstAnswer'),
    ...lasting('resolution'),
    { label: t('openNow'), value: number.format(facts.workload.open), note: '' },
    { label: t('lateNow'), value: number.format(facts.workload.late), note: '' },
  ]
}

/** The letter of a week to a department, as text and as simple HTML, in the town's language. */
export function writeLetter(told: Told): Omit<Letter, 'to'> {
  const { town, departmentId, week, facts, link } = told
  const language = languageOf(town)
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  })
  const named = town.departments.find(({ id }) => id === departmentId)?.name
  const values = {
    department: textIn(named, language, town.defaultLanguage) || departmentId,
    town: town.name,
    week: days.formatRange(new Date(week.monday), new Date(week.sunday)),
  }
  const t = (word: DigestWord, more: Record<string, string> = {}) =>
    filled(digestWords[language][word], { ...values, ...more })
  const lines = linesOf(told, t)
  const categories = facts.figures.categories
    .filter(({ incidents }) => incidents > 0)
    .slice(0, MAX_CATEGORIES)
    .map(({ key, incidents }) => {
      const name = town.categories.find(({ id }) => id === key)?.name
      return { label: textIn(name, language, town.defaultLanguage) || key || t('noCategory'), value: String(incidents) }
    })
  const isQuiet = facts.figures.work.now.incidents === 0

  const text = [
    t('hello'),
    ...(isQuiet ? ['', t('quiet')] : []),
    '',
    ...lines.map(({ label, value, note }) => `${label}: ${value}${note && ` (${note})`}`),
    ...(categories.length > 0 ? ['', `${t('byCategory')}:`] : []),
    ...categories.map(({ label, value }) => `- ${label}: ${value}`),
    ...(link ? ['', `${t('more')}: ${link}`] : []),
    ...['', t('why'), ''],
  ].join('\n')

  const row = ({ label, value, note = '' }: { label: string; value: string; note?: string }) =>
    `<tr><th scope="row" align="left" style="padding:4px 16px 4px 0;font-weight:normal">${escaped(label)}</th>` +
    `<td align="right" style="padding:4px 16px 4px 0"><strong>${escaped(value)}</strong></td>` +
    `<td style="padding:4px 0;color:#5a646e">${escaped(note)}</td></tr>`
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(t('subject'))}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#17212b">',
    `<p>${escaped(t('hello'))}</p>`,
    isQuiet ? `<p>${escaped(t('quiet'))}</p>` : '',
    `<table cellspacing="0">${lines.map(row).join('')}</table>`,
    categories.length > 0 ? `<h2 style="font-size:18px">${escaped(t('byCategory'))}</h2>` : '',
    categories.length > 0 ? `<table cellspacing="0">${categories.map(row).join('')}</table>` : '',
    link ? `<p><a href="${escaped(link)}">${escaped(t('more'))}</a></p>` : '',
    `<p style="color:#5a646e">${escaped(t('why'))}</p></body></html>`,
  ].join('\n')

  return { subject: t('subject'), text, html }
}
