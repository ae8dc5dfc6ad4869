import { z } from 'zod'
import { defineNode } from '../node.ts'

/** Runs another flow of the town and comes back when it ends. Its answers are shared. */
export const subflow = defineNode({
  type: 'subflow',
  family: 'hands_on',
  config: z.strictObject({ flowId: z.string().max(60) }),
  blank: { flowId: '' },
  exits: () => [{ id: 'returned' }],
  enter: ({ flowId }) => ({ call: flowId }),
  refers: ({ flowId }) => [{ kind: 'flow', id: flowId, field: 'flowId' }],
})
