import {
  type InterfaceLanguage,
  type LocalizedText,
  languageCodes,
  languageNamesIn,
  type StatisticsTable,
  type TownData,
  type TownStatistics,
  textIn,
  type WorkFigures,
  type WorkRow,
} from '@pregoner/shared'
import type { Cell } from '../exports/csv.ts'
import { type StatisticsWord, statisticsWords } from './words.ts'

type Rows = Cell[][]

interface Reader {
  town: TownData
  language: InterfaceLanguage
  t: (word: StatisticsWord) => string
}

const named = (list: { id: string; name: LocalizedText }[], { town, language }: Reader, key: string): string =>
  textIn(list.find(({ id }) => id === key)?.name, language, town.defaultLanguage) || key

const workWords = [
  'incidents',
  'answered',
  'resolved',
  'open',
  'late',
  'firstAnswerMedian',
  'firstAnswerP90',
  'resolutionMedian',
  'resolutionP90',
] as const

const workCells = ({ incidents, answered, resolved, open, late, firstAnswer, resolution }: WorkFigures): Cell[] => [
  ...[incidents, answered, resolved, open, late],
  ...[firstAnswer?.median ?? null, firstAnswer?.p90 ?? null],
  ...[resolution?.median ?? null, resolution?.p90 ?? null],
]

function figures({ talk, work, days, daysBefore }: TownStatistics, { t }: Reader): Rows {
  const counts = [
    'people',
    'conversations',
    'handedOver',
    'messagesIn',
    'messagesOut',
    'delivered',
    'failed',
    'unpriced',
  ] as const
  const [now, before] = [workCells(work.now), workCells(work.before)]
  return [
    [t('figure'), t('now'), t('before')],
    [t('days'), `${days.from} – ${days.to}`, `${daysBefore.from} – ${daysBefore.to}`],
    ...(talk ? counts.map(name => [t(name), talk.now[name], talk.before[name]]) : []),
    ...(talk?.now.price
      ? [[`${t('price')}, ${talk.now.price.currency}`, talk.now.price.amount, talk.before.price?.amount ?? null]]
      : []),
    ...workWords.map((name, index) => [t(name), now[index] ?? null, before[index] ?? null]),
  ]
}

function series({ series: slots, talk }: TownStatistics, { t }: Reader): Rows {
  const names = talk
    ? (['conversations', 'messagesIn', 'messagesOut', 'incidents', 'subscriptions', 'unsubscriptions'] as const)
    : (['incidents'] as const)
  return [[t('when'), ...names.map(t)], ...slots.map(slot => [slot.at, ...names.map(name => slot[name])])]
}

const workRows = (
  rows: readonly WorkRow[],
  head: StatisticsWord,
  nameOf: (key: string) => string,
  { t }: Reader,
): Rows => [
  [t(head), ...workWords.map(t), `${t('incidents')}, ${t('before')}`],
  ...rows.map(row => [nameOf(row.key), ...workCells(row), row.incidentsBefore]),
]

function languages({ talk }: TownStatistics, { t, language }: Reader): Rows {
  const names = ['conversations', 'people', 'messagesIn', 'messagesOut'] as const
  const nameOf = (key: string) => {
    const code = languageCodes.find(known => known === key)
    return code ? languageNamesIn[language][code] : key
  }
  return [
    [t('language'), ...names.map(t)],
    ...(talk?.languages ?? []).map(row => [nameOf(row.key), ...names.map(name => row[name])]),
  ]
}

const tables: { readonly [Table in StatisticsTable]: (statistics: TownStatistics, reader: Reader) => Rows } = {
  figures,
  series,
  departments: (statistics, reader) =>
    workRows(statistics.departments, 'department', key => named(reader.town.departments, reader, key), reader),
  categories: (statistics, reader) =>
    workRows(statistics.categories, 'category', key => named(reader.town.categories, reader, key), reader),
  neighbourhoods: (statistics, reader) => workRows(statistics.neighbourhoods, 'neighbourhood', key => key, reader),
  languages,
  steps: ({ talk }, { t, town, language }) => [
    [t('flow'), t('step'), t('left'), t('stays')],
    ...(talk?.steps ?? []).map(({ flowName, name, words, node, left, stays }) => [
      ...[flowName, name || textIn(words, language, town.defaultLanguage) || node],
      ...[left, stays],
    ]),
  ],
  ratings: ({ talk }, { t }) => [
    [t('best'), t('mark'), t('times')],
    ...(talk?.ratings ?? []).flatMap(({ best, marks }) => marks.map((times, index) => [best, index + 1, times])),
  ],
  topics: ({ talk }, reader) => [
    [reader.t('topic'), reader.t('subscribers'), reader.t('subscriptions'), reader.t('unsubscriptions')],
    ...(talk?.topics ?? []).map(({ key, subscribers, joined, left }) => [
      ...[named(reader.town.topics, reader, key), subscribers],
      ...[joined, left],
    ]),
  ],
}

/** One table of the figures with its headings in a reader's language. */
export function statisticsRows(
  table: StatisticsTable,
  statistics: TownStatistics,
  town: TownData,
  language: InterfaceLanguage,
): Rows {
  return tables[table](statistics, { town, language, t: word => statisticsWords[language][word] })
}
