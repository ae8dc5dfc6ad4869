import type { NodeInput, Reply } from '../../input.ts'
import type { Outcome, Scene } from '../../node.ts'
import { newReference } from '../../reference.ts'
import { closedHours } from './closed-hours.ts'
import type { RouteConfig } from './config.ts'
import { opening, referenceAnswers } from './opening.ts'

interface Memory {
  reference: string
  /** The end of the closed hours that the citizen knows of. */
  told: string | null
}

function memoryOf(scene: Scene): Memory {
  const { reference = '', told = null } = (scene.wait?.memory ?? {}) as Partial<Memory>
  return { reference, told }
}

/** A reply during the dialogue: it goes to the incident, and out of hours the citizen hears, once, when somebody is there. */
function add(config: RouteConfig, { text, media, place }: Reply, scene: Scene): Outcome {
  const memory = memoryOf(scene)
  const { reference } = memory
  const added = { effects: [{ kind: 'add_to_incident' as const, reference, text: text ?? '', media, place }] }
  const closed = (config.tellsHours ?? 'never') === 'never' ? null : closedHours(config.departmentId, scene)
  if (!closed || closed.key === memory.told) return { ...added, stay: true }
  const dueAt = scene.wait?.dueAt
  return {
    ...added,
    messages: [closed.message],
    wait: {
      kind: 'people',
      minutes: null,
      ...(dueAt && { until: new Date(dueAt) }),
      memory: { reference, told: closed.key },
    },
  }
}

/** Opens the incident and waits for people; out of hours the citizen hears when somebody is there next. */
export function beginDialogue(config: RouteConfig, scene: Scene): Outcome {
  const reference = newReference(scene.town.key, scene.chance)
  const tells = config.tellsHours ?? 'never'
  // Whoever is told by the flow itself knows of these hours already.
  const closed = tells === 'never' ? null : closedHours(config.departmentId, scene)
  return {
    effects: [opening(config, scene, reference)],
    answers: referenceAnswers(config, scene, reference),
    messages: closed && tells === 'always' ? [closed.message] : [],
    wait: { kind: 'people', minutes: config.waitMinutes, memory: { reference, ...(closed && { told: closed.key }) } },
  }
}

/** What comes of words of the citizen, of the people, or of nobody answering. */
export function goOnWithDialogue(config: RouteConfig, input: NodeInput, scene: Scene): Outcome {
  if (input.kind === 'timeout') return { exit: 'nobody_answered' }
  if (input.kind === 'reply') return add(config, input, scene)
  if (input.kind !== 'people' || input.reference !== memoryOf(scene).reference) return { stay: true }
  if (input.event === 'unattended') return { exit: 'nobody_answered' }
  return input.event === 'closed' ? { exit: 'closed' } : { stay: true }
}
