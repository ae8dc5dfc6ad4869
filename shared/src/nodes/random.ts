import { z } from 'zod'
import { localizedText } from '../language.ts'
import { id } from '../names.ts'
import { defineNode, type NodeFault } from '../node.ts'

/** Sends a share of the contacts each way. */
export const random = defineNode({
  type: 'random',
  family: 'decides',
  config: z.strictObject({
    shares: z.array(z.strictObject({ id, label: localizedText(), weight: z.number().positive().max(1_000) })).max(10),
  }),
  blank: {
    shares: [
      { id: 'a', label: {}, weight: 1 },
      { id: 'b', label: {}, weight: 1 },
    ],
  },
  drawsLots: true,
  exits: ({ shares }) => shares.map(({ id, label }) => ({ id, label })),

  enter({ shares }, scene) {
    const total = shares.reduce((sum, { weight }) => sum + weight, 0)
    let left = scene.chance() * total
    const drawn = shares.find(({ weight }) => {
      left -= weight
      return left < 0
    })
    const share = drawn ?? shares.at(-1)
    return share ? { exit: share.id } : { end: 'failed' }
  },

  faults({ shares }): NodeFault[] {
    const ids = shares.map(({ id }) => id)
    const repeated = ids.find((id, index) => ids.indexOf(id) !== index)
    return [
      ...(shares.length < 2 ? [{ code: 'shares_missing' as const, severity: 'error' as const, field: 'shares' }] : []),
      ...(repeated
        ? [
            {
              code: 'option_repeated' as const,
              severity: 'error' as const,
              field: 'shares',
              values: { option: repeated },
            },
          ]
        : []),
    ]
  },
})
