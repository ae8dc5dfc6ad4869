import type { Flow } from '@pregoner/shared'
import { flowDraft, MAX_FLOW_FILE_BYTES, notText, readFlowFile, withOwnIds } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { Author } from '../stores/flow-store.ts'
import { flowIdFrom } from './flow-id.ts'
import type { FlowRouteDeps } from './flows.ts'
import { FLOW_ROLES } from './flows.ts'
import { draftOr404 } from './publishing.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export function flowFileRoutes(deps: FlowRouteDeps): Route[] {
  const { flows, audit, now } = deps

  /** Stores all of them or, when one cannot be, none. */
  async function createAll(townKey: string, drawings: readonly Flow[], author: Author): Promise<void> {
    const created: string[] = []
    try {
      for (const flow of drawings) {
        if (!(await flows.create(townKey, flow, author))) throw new Error('a new id that is taken')
        created.push(flow.id)
      }
    } catch (error) {
      for (const flowId of created) await flows.remove(townKey, flowId)
      throw error
    }
  }

  return [
    townRoute({
      method: 'post',
      path: '/towns/:town/flows/import',
      summary:
        'Makes new flows from a file. Refused as a whole, with everything that is wrong with it; overwrites nothing.',
      roles: FLOW_ROLES,
      maxFileBytes: MAX_FLOW_FILE_BYTES,
      answer: flowDraft,
      async run({ townKey, personId, personName }, { bytes }) {
        const text = textOf(bytes)
        const read = text === null ? notText : readFlowFile(text)
        if (!read.ok) throw new AppError('bad_file', 'import', { problems: read.faults })
        const [flow, ...subflows] = withOwnIds(read.file, ({ name }) => flowIdFrom(name))
        const all = [...subflows, flow]
        await createAll(townKey, all, { by: personName, at: now() })
        for (const { id: object } of all)
          await audit.append({ town: townKey, personId, action: 'flow.import', object, at: now() })
        return draftOr404(deps, townKey, flow.id)
      },
    }),
  ]
}
