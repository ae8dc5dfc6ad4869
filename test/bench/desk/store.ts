import type { Runtime } from '@pregoner/runtime'
import type { IncidentChoice } from '@pregoner/shared'
import { type Figure, quantile } from '../report.ts'

const PAGES = 50
const TIMES = 5
const officer = {
  townKey: 'manresa',
  role: 'officer',
  departments: [],
  personId: 'bench',
  personName: 'Berta',
} as const
const choices: [string, IncidentChoice][] = [
  ['without a filter', {}],
  ['one status', { status: 'new' }],
  ['one department', { departmentId: 'neteja' }],
  ['what is late', { due: 'late' }],
  ['words', { text: 'fanal carrer nou' }],
  ['nothing found', { text: 'hipopòtam' }],
]

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time <= TIMES; time++) {
    const started = performance.now()
    await run()
    if (time > 0) times.push(performance.now() - started)
  }
  return quantile(times, 0.5)
}

/** What reading the feed costs in the store: pages, all places for the map, counts. */
export async function storeFigures({ stores }: Runtime, commands: () => number): Promise<Figure[]> {
  const { incidents } = stores
  const figures: Figure[] = []
  for (const [against, choice] of choices) {
    const first = await median(() => incidents.page(officer, { ...choice, limit: 100 }))
    figures.push({ name: 'first page', value: first, unit: 'ms', against })
    figures.push({
      name: 'all places',
      value: await median(() => incidents.spots(officer, choice)),
      unit: 'ms',
      against,
    })
  }
  const bytes = JSON.stringify(await incidents.spots(officer, {})).length / 1_024
  figures.push({ name: 'all places', value: bytes, unit: 'KB', against: 'without a filter' })
  figures.push({
    name: 'counts',
    value: await median(() => incidents.counts(officer)),
    unit: 'ms',
    against: 'five of them',
  })

  let before: string | undefined
  const times: number[] = []
  const sent = commands()
  for (let at = 0; at < PAGES; at++) {
    const started = performance.now()
    const page = await incidents.page(officer, { limit: 200, ...(before && { before }) })
    times.push(performance.now() - started)
    if (!page?.next) break
    before = page.next
  }
  const against = `${times.length} pages of 200, to the oldest`
  return [
    ...figures,
    { name: 'older page, median', value: quantile(times, 0.5), unit: 'ms', against },
    { name: 'older page, last', value: times.at(-1) ?? 0, unit: 'ms', against },
    { name: 'database commands a page', value: (commands() - sent) / times.length, unit: 'commands', against },
  ]
}
