/** What a flag says of a step: it differs from another version, a test went wrong there, a search found it, it lacks something. */
export type FlagKind = 'present' | 'added' | 'changed' | 'removed' | 'failed' | 'found' | 'lacking'

export interface Flag {
  readonly kind: FlagKind
  /** In the officer's words, for the tooltip and the screen reader. */
  readonly text: string
}

/** Who sets flags; each replaces only its own. */
export type FlagSource = 'presence' | 'difference' | 'tests' | 'search' | 'paste'

export type Flags = ReadonlyMap<FlagSource, ReadonlyMap<string, readonly Flag[]>>

export const noFlags: Flags = new Map()
const none: readonly Flag[] = []
const known = new WeakMap<Flags, Map<string, readonly Flag[]>>()

/** All flags of a step; the same array as long as none of them has changed. */
export const flagsAt = (flags: Flags, node: string): readonly Flag[] => {
  const byNode = known.get(flags) ?? new Map<string, readonly Flag[]>()
  known.set(flags, byNode)
  const before = byNode.get(node)
  if (before) return before
  const found = [...flags.values()].flatMap(ofSource => ofSource.get(node) ?? none)
  const kept = found.length === 0 ? none : found
  byNode.set(node, kept)
  return kept
}
