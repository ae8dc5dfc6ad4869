import {
  type CountPeriod,
  changesIn,
  countPeriod,
  type Flow,
  flowCounts,
  id,
  ignoreText,
  MASK,
  notUnderstood,
  periods,
  tryUnderstanding,
  understandingChanges,
  understandingOf,
  versionOf,
} from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { compared } from '../statistics/compared.ts'
import { asksForPersonalData, groupedTexts, shownText } from '../statistics/not-understood.ts'
import { createPaced } from '../statistics/paced.ts'
import { townPeriod } from '../statistics/town-periods.ts'
import type { CountedSpan, FlowCountStore } from '../stores/flow-count-store.ts'
import type { GivenAnswerStore } from '../stores/given-answer-store.ts'
import { FLOW_ROLES, type FlowRouteDeps } from './flows.ts'
import { draftOr404 } from './publishing.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

const MAX_STEP_BYTES = 256 * 1024

export interface CountRouteDeps extends FlowRouteDeps {
  flowCounts: FlowCountStore
  givenAnswers: GivenAnswerStore
}

const textId = z.string().regex(/^[0-9a-f]{32}$/)
const query = z.strictObject({ period: countPeriod })
const done = z.strictObject({ ok: z.literal(true) })

export function countRoutes(deps: CountRouteDeps): Route[] {
  const { flows, towns, flowCounts: counts, givenAnswers, now } = deps
  const paced = createPaced<z.infer<typeof flowCounts>>()

  async function spanOf(townKey: string, flowId: string, period: CountPeriod): Promise<CountedSpan> {
    const days = periods.find(known => known === period)
    if (days) {
      const { from, to } = townPeriod(days, (await towns.get(townKey))?.timeZone ?? 'UTC', now())
      return { townKey, flowId, from, to, fromVersion: null }
    }
    const fromVersion = versionOf(period)
    const version = fromVersion === null ? null : await flows.version(townKey, flowId, fromVersion)
    if (!version) throw new AppError('not_found')
    return { townKey, flowId, from: version.at, to: now(), fromVersion }
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/counts',
      summary: 'How often each exit was taken, who stands where now, where people leave, and how long they take.',
      roles: FLOW_ROLES,
      params: { id },
      query,
      answer: flowCounts,
      async run({ townKey }, { params, query: { period } }) {
        await draftOr404(deps, townKey, params.id)
        const span = await spanOf(townKey, params.id, period)
        return paced(`${townKey} ${params.id} ${period}`, () => counts.count({ ...span, to: now() }, period))
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/not-understood',
      summary: 'What people wrote that was not understood, by step and words; personal data masked.',
      roles: FLOW_ROLES,
      params: { id },
      query,
      answer: notUnderstood,
      async run({ townKey }, { params, query: { period } }) {
        const { flow } = await draftOr404(deps, townKey, params.id)
        const span = await spanOf(townKey, params.id, period)
        const [{ rows, isCut }, ignored] = await Promise.all([
          givenAnswers.misunderstood(span, null),
          givenAnswers.ignored(townKey, params.id),
        ])
        return { texts: groupedTexts(flow, rows, ignored), isCut }
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/flows/:id/not-understood/:text',
      summary: 'Puts a text that was not understood aside, or takes it up again.',
      roles: FLOW_ROLES,
      params: { id, text: textId },
      body: ignoreText,
      answer: done,
      async run({ townKey, personName }, { params, body }) {
        await draftOr404(deps, townKey, params.id)
        if (body.isIgnored) await givenAnswers.ignore(townKey, params.id, params.text, personName, now())
        else await givenAnswers.heed(townKey, params.id, params.text)
        return { ok: true as const }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/flows/:id/understanding',
      summary: 'What a step drawn this way would have changed in the stored conversations; nothing is saved.',
      roles: FLOW_ROLES,
      params: { id },
      query,
      body: tryUnderstanding,
      maxJsonBytes: MAX_STEP_BYTES,
      answer: understandingChanges,
      async run({ townKey }, { params, query: { period }, body }) {
        const { flow } = await draftOr404(deps, townKey, params.id)
        const town = await towns.get(townKey)
        if (!town) throw new AppError('not_found')
        const { node, languages, defaultLanguage } = body
        const drawn: Flow = {
          ...{ ...flow, languages, defaultLanguage },
          ...{ nodes: [{ ...node, position: { x: 0, y: 0 } }], edges: [] },
        }
        const { rows, isCut } = await givenAnswers.ofStep(await spanOf(townKey, params.id, period), node.id)
        const goes = understandingOf(drawn, node.id, town, now())
        const isPersonal = asksForPersonalData(flow, node.id) || asksForPersonalData(drawn, node.id)
        const tried = await compared(rows, goes, isPersonal ? () => MASK : shownText)
        return { ...changesIn(tried.answers), isCut: isCut || tried.isCut }
      },
    }),
  ]
}
