import { z } from 'zod'
import { localizedText } from '../language.ts'
import { answerName } from '../names.ts'
import { defineNode } from '../node.ts'

const assignment = z.discriminatedUnion('target', [
  z.strictObject({ target: z.literal('answer'), name: answerName, value: localizedText() }),
  z.strictObject({ target: z.literal('contact'), name: answerName, value: localizedText() }),
  z.strictObject({ target: z.literal('name'), value: localizedText() }),
  z.strictObject({ target: z.literal('add_label'), label: z.string().min(1).max(60) }),
  z.strictObject({ target: z.literal('remove_label'), label: z.string().min(1).max(60) }),
])
export type Assignment = z.infer<typeof assignment>

/** Keeps an answer, a fact of the contact or a label. Values may use `{{variables}}`. */
export const setValue = defineNode({
  type: 'set_value',
  family: 'decides',
  config: z.strictObject({ assignments: z.array(assignment).max(20) }),
  blank: { assignments: [] },
  exits: () => [{ id: 'next' }],

  enter({ assignments }, scene) {
    const answers: Record<string, string> = {}
    const fields: Record<string, string> = {}
    const labels = new Set(scene.contact.labels)
    let name = scene.contact.name
    for (const one of assignments) {
      if (one.target === 'add_label') labels.add(one.label)
      else if (one.target === 'remove_label') labels.delete(one.label)
      else if (one.target === 'name') name = scene.text(one.value)
      else (one.target === 'answer' ? answers : fields)[one.name] = scene.text(one.value)
    }
    return {
      exit: 'next',
      answers,
      contact: { name, labels: [...labels], fields: { ...scene.contact.fields, ...fields } },
    }
  },

  texts: ({ assignments }) =>
    assignments.flatMap((one, index) =>
      'value' in one
        ? [
            {
              field: `assignments.${index}.value`,
              text: one.value,
              maxChars: 1_000,
              required: false,
              isShared: true as const,
            },
          ]
        : [],
    ),
  sets: ({ assignments }) => [
    {
      exit: null,
      names: assignments.flatMap(one => {
        if (one.target === 'answer') return [one.name]
        return one.target === 'contact' ? [`contact.${one.name}`] : []
      }),
    },
  ],
})
