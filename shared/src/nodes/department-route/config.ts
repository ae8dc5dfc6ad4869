import { z } from 'zod'
import { priorities } from '../../effect.ts'
import { localizedText } from '../../language.ts'
import { answerName } from '../../names.ts'
import { tellsHours } from './closed-hours.ts'

export const routeConfig = z.strictObject({
  departmentId: z.string().max(60),
  personId: z.string().max(60).nullable(),
  category: z.string().max(60).nullable(),
  mode: z.enum(['one_answer', 'dialogue']),
  priority: z.enum(priorities),
  /** One line for the feed; may use `{{variables}}`. */
  summary: localizedText(),
  /** Answers that make up the matter, by name: what happened, photos, where. */
  textFrom: z.string().max(60).nullable(),
  photosFrom: z.string().max(60).nullable(),
  placeFrom: z.string().max(60).nullable(),
  saveReferenceAs: answerName,
  /** Dialogue: how long people have before the flow goes on alone. */
  waitMinutes: z.number().positive().max(43_200),
  /** One answer: whether the citizen is asked, once it is closed, if that solved it. Older flows do not ask. */
  asksSolved: z.boolean().optional(),
  /** Dialogue: whether the citizen is told when somebody is there next. Older flows say nothing. */
  tellsHours: tellsHours.optional(),
  /** One answer: shows an open report nearby first, by the rule of the category, and asks whether it is the same. */
  asksDuplicates: z.boolean().optional(),
  /** One answer: asks once whether the contact wants to hear of every change of status. */
  asksNews: z.boolean().optional(),
})
export type RouteConfig = z.infer<typeof routeConfig>
