import { z } from 'zod'
import { localizedText } from '../language.ts'
import { defineNode } from '../node.ts'

/** Tells the staff of a department, without opening an incident. */
export const notify = defineNode({
  type: 'notify',
  family: 'hands_on',
  config: z.strictObject({ departmentId: z.string().max(60), text: localizedText() }),
  blank: { departmentId: '', text: {} },
  exits: () => [{ id: 'next' }],

  enter({ departmentId, text }, scene) {
    return { exit: 'next', effects: [{ kind: 'notify_staff', departmentId, text: scene.text(text) }] }
  },

  reachesPeople: true,
  texts: ({ text }) => [{ field: 'text', text, maxChars: 2_000, required: true }],
  refers: ({ departmentId }) => [{ kind: 'department', id: departmentId, field: 'departmentId' }],
})
