import { z } from 'zod'
import { defineNode } from '../node.ts'

/** Jumps to another step of the same flow, where a long edge would cross the drawing. */
export const goto = defineNode({
  type: 'goto',
  family: 'decides',
  config: z.strictObject({ node: z.string().max(60) }),
  blank: { node: '' },
  exits: () => [],
  enter: ({ node }) => ({ goTo: node }),
  refers: ({ node }) => [{ kind: 'node', id: node, field: 'node' }],
})
