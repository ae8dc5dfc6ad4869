import type { Flow } from '../flow.ts'
import type { Change } from './change.ts'
import { type DrawnStep, drawnSteps } from './drawn-step.ts'
import { isSame } from './pieces.ts'
import { isMoved, stepChanges } from './step-changes.ts'

type Steps = ReadonlyMap<string, DrawnStep>

const isOnCanvas = ({ definition }: DrawnStep) => definition?.family === 'canvas'

function flowChanges(before: Flow, after: Flow, was: Steps, is: Steps): Change[] {
  const changes: Change[] = []
  if (before.name !== after.name) changes.push({ kind: 'flow_renamed', before: before.name, after: after.name })
  if (before.defaultLanguage !== after.defaultLanguage)
    changes.push({ kind: 'default_language', before: before.defaultLanguage, after: after.defaultLanguage })
  for (const setting of ['staleTap', 'mergeTexts'] as const) {
    const [old, now] = [before.settings[setting], after.settings[setting]]
    if (old !== now) changes.push({ kind: 'flow_setting', setting, before: old, after: now })
  }
  const [old, now] = [before.settings.mainMenu, after.settings.mainMenu]
  if (old !== now)
    changes.push({
      kind: 'main_menu',
      before: old === null ? null : (was.get(old)?.name ?? null),
      after: now === null ? null : (is.get(now)?.name ?? null),
    })
  return changes
}

/** Texts written in languages that are new are counted with the language, not told one by one. */
function withLanguages(before: Flow, after: Flow, changes: readonly Change[]): Change[] {
  const added = after.languages.filter(code => !before.languages.includes(code))
  const removed = before.languages.filter(code => !after.languages.includes(code))
  if (added.length + removed.length === 0) return [...changes]
  const isNew = (change: Change) =>
    change.kind === 'text' && change.before === '' && change.isRead && added.includes(change.language)
  return [
    { kind: 'languages', added, removed, texts: changes.filter(isNew).length },
    ...changes.filter(change => !isNew(change)),
  ]
}

/** The steps of a drawing as people come to them, those nearer to a start first; then those nobody reaches. */
function order(steps: Steps): string[] {
  const starts = [...steps.values()].filter(({ definition }) => definition?.triggers).map(({ node }) => node.id)
  const found = new Set(starts)
  for (const id of found) for (const to of steps.get(id)?.targets.values() ?? []) if (steps.has(to)) found.add(to)
  return [...new Set([...found, ...steps.keys()])]
}

const isAlike = (was: DrawnStep, is: DrawnStep) =>
  was.node.type === is.node.type &&
  was.node.name === is.node.name &&
  isSame(was.node.config, is.node.config) &&
  was.targets.size === is.targets.size &&
  [...is.targets].every(([exit, to]) => was.targets.get(exit) === to)

/** Everything that is different between two drawings of a flow, in the order people come to it. Pure. */
export function difference(before: Flow, after: Flow): Change[] {
  const [was, is] = [drawnSteps(before), drawnSteps(after)]
  const steps: Change[] = []
  let moved = 0
  let canvas = 0
  for (const id of order(is)) {
    const [old, now] = [was.get(id), is.get(id)]
    if (!now) continue
    if (isOnCanvas(now)) {
      if (!old || !isSame(old.node, now.node)) canvas += 1
      continue
    }
    if (!old) steps.push({ kind: 'step_added', step: now.name })
    else {
      if (isMoved(old, now)) moved += 1
      if (!isAlike(old, now)) steps.push(...stepChanges(old, now, was, is))
    }
  }
  for (const [id, old] of was) {
    if (is.has(id)) continue
    if (isOnCanvas(old)) canvas += 1
    else steps.push({ kind: 'step_removed', step: old.name })
  }
  return [
    ...withLanguages(before, after, [...flowChanges(before, after, was, is), ...steps]),
    ...(moved > 0 ? [{ kind: 'positions' as const, count: moved }] : []),
    ...(canvas > 0 ? [{ kind: 'canvas' as const, count: canvas }] : []),
  ]
}
