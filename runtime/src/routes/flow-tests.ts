import { flowTest, id, MAX_TEST_BYTES, MAX_TESTS, storedTest } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { FlowStore } from '../stores/flow-store.ts'
import type { FlowTestStore } from '../stores/flow-test-store.ts'
import { FLOW_ROLES } from './flows.ts'
import { draftOr404 } from './publishing.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface FlowTestRouteDeps {
  flows: FlowStore
  flowTests: FlowTestStore
  audit: AuditStore
  now: () => Date
}

export function flowTestRoutes(deps: FlowTestRouteDeps): Route[] {
  const { flowTests, audit, now } = deps
  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/flows/:id/tests',
      summary: 'The conversations kept as tests of a flow.',
      roles: FLOW_ROLES,
      params: { id },
      answer: z.array(storedTest),
      async run({ townKey }, { params }) {
        await draftOr404(deps, townKey, params.id)
        return flowTests.list(townKey, params.id)
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/flows/:id/tests/:test',
      summary: 'Keeps a conversation as a test, or changes one. While any fails, the flow cannot be published.',
      roles: FLOW_ROLES,
      params: { id, test: id },
      body: flowTest,
      maxJsonBytes: MAX_TEST_BYTES,
      answer: storedTest,
      async run({ townKey, personId, personName }, { params, body }) {
        await draftOr404(deps, townKey, params.id)
        if (body.id !== params.test) throw new AppError('bad_request', 'the test has another id')
        const isNew = !(await flowTests.has(townKey, params.id, body.id))
        if (isNew && (await flowTests.count(townKey, params.id)) >= MAX_TESTS) throw new AppError('too_many_tests')
        const stored = await flowTests.save(townKey, params.id, body, { by: personName, at: now() })
        const action = isNew ? 'flow_test.create' : 'flow_test.change'
        await audit.append({ town: townKey, personId, action, object: `${params.id}:${body.id}`, at: now() })
        return stored
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/flows/:id/tests/:test',
      summary: 'Deletes a test.',
      roles: FLOW_ROLES,
      params: { id, test: id },
      answer: z.strictObject({ ok: z.literal(true) }),
      async run({ townKey, personId }, { params }) {
        if (!(await flowTests.remove(townKey, params.id, params.test))) throw new AppError('not_found')
        const object = `${params.id}:${params.test}`
        await audit.append({ town: townKey, personId, action: 'flow_test.delete', object, at: now() })
        return { ok: true as const }
      },
    }),
  ]
}
