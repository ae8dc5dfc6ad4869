import { z } from 'zod'
import { defineNode } from '../node.ts'

/** A titled area of the canvas around steps that belong together. */
export const frame = defineNode({
  type: 'frame',
  family: 'canvas',
  config: z.strictObject({
    title: z.string().max(120),
    width: z.number().min(100).max(10_000),
    height: z.number().min(100).max(10_000),
  }),
  blank: { title: '', width: 600, height: 400 },
  exits: () => [],
  enter: () => ({ end: 'failed' }),
})
