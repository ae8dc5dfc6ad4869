import type { z } from 'zod'
import type { NodeDefinition } from './node.ts'

type Read = z.ZodSafeParseResult<unknown>
const known = new WeakMap<object, { definition: NodeDefinition; read: Read }>()

/** A config by its type's schema. One that has been read stays read: a drawing is never changed in place, only replaced. */
export function readConfig(definition: NodeDefinition, config: unknown): Read {
  if (typeof config !== 'object' || config === null) return definition.config.safeParse(config)
  const before = known.get(config)
  if (before?.definition === definition) return before.read
  const read = definition.config.safeParse(config)
  known.set(config, { definition, read })
  return read
}
