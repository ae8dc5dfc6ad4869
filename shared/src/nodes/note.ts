import { z } from 'zod'
import { defineNode } from '../node.ts'

/** A remark on the canvas; nothing for the citizen. */
export const note = defineNode({
  type: 'note',
  family: 'canvas',
  config: z.strictObject({ text: z.string().max(5_000) }),
  blank: { text: '' },
  exits: () => [],
  enter: () => ({ end: 'failed' }),
})
