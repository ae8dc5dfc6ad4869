import { type Language, type LocalizedText, languageCodes } from '../language.ts'
import type { Change, StepName } from './change.ts'
import { type DrawnStep, exitName, optionAt } from './drawn-step.ts'
import { isSame, type Piece, pieces } from './pieces.ts'
import { referenceChanges } from './references.ts'

type Steps = ReadonlyMap<string, DrawnStep>

const codes: ReadonlySet<string> = new Set(languageCodes)
const isLanguage = (code: string): code is Language => codes.has(code)
const isText = (value: unknown): value is LocalizedText =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([code, text]) => isLanguage(code) && typeof text === 'string')

const labelOf = (item: object): LocalizedText => {
  const label = 'label' in item ? item.label : undefined
  return isText(label) ? label : {}
}

/** The first words in an item without a label. */
function hintOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  // The kind of an item is a word of ours, not the officer's.
  const inside = Object.entries(value).filter(([key]) => !['id', 'kind', 'mode', 'target', 'match'].includes(key))
  return inside.map(([, part]) => hintOf(part)).find(Boolean) ?? ''
}

/** A label that only officers see, like that of a condition's way. */
const isLabel = (path: string) => path.split('.').at(-1) === 'label'

function changeOf(piece: Piece, was: DrawnStep, is: DrawnStep, after: Steps): Change | null {
  const step = is.name
  const field = piece.path
  const side = piece.what === 'removed' ? was : is
  if (piece.what === 'value') {
    const isNothing = (value: unknown) => value === undefined || value === null || value === ''
    if (isNothing(piece.before) && isNothing(piece.after)) return null
    return { kind: 'setting', step, field, before: piece.before, after: piece.after }
  }
  if (piece.what === 'text') {
    const { language, before, after: written } = piece
    if (!isLanguage(language)) return { kind: 'setting', step, field, before, after: written }
    const isRead = is.read.has(field) || was.read.has(field)
    return { kind: 'text', step, field, option: optionAt(is, field), language, before, after: written, isRead }
  }
  if (piece.what === 'words') {
    const { language, added, removed } = piece
    return { kind: 'words', step, field, option: optionAt(is, field), language, added, removed }
  }
  if (piece.what === 'order') {
    const isOption = optionAt(is, `${field}.0`) !== null
    return { kind: 'items_reordered', step, field, isOption, labels: piece.items.map(labelOf) }
  }
  const { index, item } = piece
  const isOption = optionAt(side, `${field}.${index}`) !== null
  const named = { step, field, number: index + 1, isOption, label: labelOf(item), hint: hintOf(item) }
  if (piece.what === 'removed') return { kind: 'item_removed', ...named }
  const target = 'id' in item ? is.targets.get(String(item.id)) : undefined
  return { kind: 'item_added', ...named, to: target === undefined ? null : (after.get(target)?.name ?? null) }
}

/** Exits that were there before and still are, leading elsewhere. Those of new and removed options go with these. */
function exitChanges(was: DrawnStep, is: DrawnStep, before: Steps, after: Steps): Change[] {
  const old = new Set(was.exits.map(({ id }) => id))
  const isSameType = was.node.type === is.node.type
  const shared = is.exits.filter(({ id }) => old.has(id))
  return shared.flatMap(({ id }): Change[] => {
    const [from, to] = [was.targets.get(id), is.targets.get(id)]
    if (from === to || !isSameType) return []
    const nameOf = (steps: Steps, target: string | undefined): StepName | null =>
      target === undefined ? null : (steps.get(target)?.name ?? null)
    return [
      { kind: 'exit', step: is.name, exit: exitName(is, id), before: nameOf(before, from), after: nameOf(after, to) },
    ]
  })
}

/** What is different at one step that is in both drawings. */
export function stepChanges(was: DrawnStep, is: DrawnStep, before: Steps, after: Steps): Change[] {
  const renamed: Change[] =
    was.name.name === is.name.name
      ? []
      : [{ kind: 'step_renamed', step: is.name, before: was.name.name, after: is.name.name }]
  if (was.node.type !== is.node.type)
    return [...renamed, { kind: 'step_retyped', step: is.name, before: was.node.type }]
  const { changes: references, fields } = referenceChanges(was, is, before, after)
  const isTextAt = (path: string) => is.read.has(path) || was.read.has(path) || isLabel(path)
  const configs = pieces(was.config, is.config, '', isTextAt)
    .filter(({ path }) => !fields.has(path))
    .flatMap(piece => changeOf(piece, was, is, after) ?? [])
  return [...renamed, ...exitChanges(was, is, before, after), ...references, ...configs]
}

export const isMoved = (was: DrawnStep, is: DrawnStep): boolean => !isSame(was.node.position, is.node.position)
