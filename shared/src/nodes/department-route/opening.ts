import type { AnswerValue } from '../../answer.ts'
import type { EffectOf } from '../../effect.ts'
import type { MediaFile, Place } from '../../message.ts'
import type { Scene } from '../../node.ts'
import type { RouteConfig } from './config.ts'

const isFile = (item: string | MediaFile): item is MediaFile => typeof item !== 'string'
const filesIn = (value: AnswerValue | undefined) => (Array.isArray(value) ? value.filter(isFile) : [])
const placeIn = (value: AnswerValue | undefined): Place | null => {
  if (typeof value === 'string' && value) return { latitude: null, longitude: null, name: null, address: value }
  return value && typeof value === 'object' && !Array.isArray(value) ? value : null
}
const valueIn = (scene: Scene, name: string | null) => (name ? scene.value(name) : undefined)

/** Where the contact says it is. */
export const placeOf = ({ placeFrom }: RouteConfig, scene: Scene): Place | null => placeIn(valueIn(scene, placeFrom))

/** The matter as it goes to the department. */
export function opening(config: RouteConfig, scene: Scene, reference: string): EffectOf<'open_incident'> {
  const text = valueIn(scene, config.textFrom)
  return {
    kind: 'open_incident',
    departmentId: config.departmentId,
    personId: config.personId,
    category: config.category,
    mode: config.mode,
    priority: config.priority,
    reference,
    summary: scene.text(config.summary),
    text: typeof text === 'string' ? text : '',
    media: filesIn(valueIn(scene, config.photosFrom)),
    place: placeOf(config, scene),
    answers: scene.session.answers,
    language: scene.language,
    flowId: scene.flowId,
    node: scene.node,
    ...(config.asksSolved && config.mode === 'one_answer' && { asksSolved: true as const }),
  }
}

const linkName = (saveReferenceAs: string) => `${saveReferenceAs}_link`

/** The names under which the reference, and the address where it can be looked up, are kept. */
export const referenceNames = ({ saveReferenceAs }: RouteConfig): string[] => [
  saveReferenceAs,
  linkName(saveReferenceAs),
]

export const referenceAnswers = ({ saveReferenceAs }: RouteConfig, { town }: Scene, reference: string) => ({
  [saveReferenceAs]: reference,
  [linkName(saveReferenceAs)]: `${town.webAddress ?? ''}/track/${reference}`,
})
