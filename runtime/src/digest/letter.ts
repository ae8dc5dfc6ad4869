import {
  type InterfaceLanguage,
  interfaceLanguages,
  type LocalizedText,
  type TownData,
  textIn,
  type WorkFigures,
  type WorkRow,
} from '@pregoner/shared'
import type { Letter } from '../mail/mailer.ts'
import type { CountedStatistics } from '../stores/statistics-store.ts'
import { type Content, htmlOf, type Row } from './letter-html.ts'
import type { Week } from './weeks.ts'
import { type DigestWord, digestWords } from './words.ts'

export interface DigestFacts {
  figures: Pick<CountedStatistics, 'work' | 'categories' | 'departments'>
  /** What is open and late now, whenever it was opened. */
  workload: { open: number; late: number }
}

interface Told {
  town: TownData
  /** What it is about; null is the whole town. */
  departments: readonly string[] | null
  language: InterfaceLanguage
  /** The address of a department, or somebody who has asked for it. */
  reader: 'department' | 'person'
  week: Week
  facts: DigestFacts
  /** Where the same figures are on screen; null when nobody knows the address. */
  link: string | null
  /** Where whoever has the letter stops it. */
  stopLink: string | null
}

const MAX_ROWS = 8
const counts = ['incidents', 'answered', 'resolved', 'late'] as const

/** The town's own language, as far as letters are written in it. */
export const languageOf = ({ defaultLanguage }: TownData): InterfaceLanguage =>
  interfaceLanguages.find(known => known === defaultLanguage) ?? 'en'

const localeOf = (language: InterfaceLanguage) => (language === 'en' ? 'en-GB' : language)

const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '')

/** A length of time in the two units a person would say. */
function spoken(minutes: number, language: InterfaceLanguage): string {
  const whole = Math.round(minutes)
  if (whole < 60) return `${whole} min`
  if (whole < 48 * 60) return `${Math.floor(whole / 60)} h ${whole % 60} min`
  return `${Math.floor(whole / 1_440)} ${language === 'it' ? 'g' : 'd'} ${Math.floor((whole % 1_440) / 60)} h`
}

function linesOf({ facts, language }: Told, t: (word: DigestWord, values?: Record<string, string>) => string): Row[] {
  const number = new Intl.NumberFormat(localeOf(language))
  const { now, before } = facts.figures.work
  const counted = (name: (typeof counts)[number]): Row => ({
    ...{ label: t(name), value: number.format(now[name]) },
    note: t('before', { before: number.format(before[name]) }),
  })
  const lasting = (name: 'firstAnswer' | 'resolution'): Row[] => {
    const said = (figures: WorkFigures) => figures[name] && spoken(figures[name].median, language)
    const [value, earlier] = [said(now), said(before)]
    return value ? [{ label: t(name), value, note: earlier ? t('before', { before: earlier }) : '' }] : []
  }
  return [
    ...(now.incidents === 0 ? (['incidents'] as const) : counts).map(counted),
    ...lasting('firstAnswer'),
    ...lasting('resolution'),
    { label: t('openNow'), value: number.format(facts.workload.open), note: '' },
    { label: t('lateNow'), value: number.format(facts.workload.late), note: '' },
  ]
}

/** The letter of a week, as text and as simple HTML, in the language of whoever gets it. */
export function writeLetter(told: Told): Omit<Letter, 'to'> {
  const { town, departments, language, reader, week, facts, link, stopLink } = told
  const locale = localeOf(language)
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const said = (name: LocalizedText | undefined, id: string) => textIn(name, language, town.defaultLanguage) || id
  const departmentName = (id: string) => said(town.departments.find(one => one.id === id)?.name, id)
  const values = {
    about: departments ? new Intl.ListFormat(locale).format(departments.map(departmentName)) : town.name,
    town: town.name,
    week: days.formatRange(new Date(week.monday), new Date(week.sunday)),
  }
  const t = (word: DigestWord, more: Record<string, string> = {}) =>
    filled(digestWords[language][word], { ...values, ...more })
  const busiest = (rows: readonly WorkRow[], nameOf: (key: string) => string): Row[] =>
    rows
      .filter(({ incidents }) => incidents > 0)
      .slice(0, MAX_ROWS)
      .map(({ key, incidents, incidentsBefore }) => ({
        label: nameOf(key),
        value: String(incidents),
        note: t('before', { before: String(incidentsBefore) }),
      }))
  const categoryName = (key: string) =>
    key === '' ? t('noCategory') : said(town.categories.find(({ id }) => id === key)?.name, key)
  const isOfSeveral = departments === null || departments.length > 1
  const tables = [
    { title: t('byCategory'), rows: busiest(facts.figures.categories, categoryName) },
    { title: t('byDepartment'), rows: isOfSeveral ? busiest(facts.figures.departments, departmentName) : [] },
  ].filter(({ rows }) => rows.length > 0)
  const content: Content = {
    ...{ language, subject: t('subject'), heading: values.about, week: values.week },
    hello: t(departments ? 'hello' : 'helloTown'),
    quiet: facts.figures.work.now.incidents === 0 ? t('quiet') : null,
    lines: linesOf(told, t),
    tables,
    link: link ? { words: t('more'), address: link } : null,
    why: t(reader === 'department' ? 'why' : 'whyPerson'),
    stop: stopLink ? { words: t('stop'), address: stopLink } : null,
  }
  return { subject: content.subject, text: textOf(content), html: htmlOf(content), stopAddress: stopLink }
}

function textOf({ hello, quiet, lines, tables, link, why, stop }: Content): string {
  return [
    hello,
    ...(quiet ? ['', quiet] : []),
    '',
    ...lines.map(({ label, value, note }) => `${label}: ${value}${note && ` (${note})`}`),
    ...tables.flatMap(({ title, rows }) => [
      '',
      `${title}:`,
      ...rows.map(({ label, value }) => `- ${label}: ${value}`),
    ]),
    ...(link ? ['', `${link.words}: ${link.address}`] : []),
    ...['', why],
    ...(stop ? [`${stop.words}: ${stop.address}`] : []),
    '',
  ].join('\n')
}
