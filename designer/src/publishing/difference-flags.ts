import { type Change, stepOf } from '@pregoner/shared'
import type { Flag, FlagKind } from '../editor/flags.ts'

const kinds: { [Kind in Change['kind']]?: FlagKind } = { step_added: 'added', step_removed: 'removed' }

/** The marks on the drawing for what is different; `tell` puts a change in words. */
export function differenceFlags(
  changes: readonly Change[],
  tell: (change: Change) => string,
): ReadonlyMap<string, readonly Flag[]> {
  const flags = new Map<string, { kind: FlagKind; texts: string[] }>()
  for (const change of changes) {
    const step = stepOf(change)
    if (!step) continue
    const kind = kinds[change.kind] ?? 'changed'
    const before = flags.get(step.id)
    const isWhole = kind !== 'changed'
    flags.set(step.id, {
      kind: isWhole ? kind : (before?.kind ?? kind),
      texts: [...(before?.texts ?? []), tell(change)],
    })
  }
  return new Map([...flags].map(([id, { kind, texts }]) => [id, [{ kind, text: texts.join(' ') }]]))
}
