import type { Language } from '../language.ts'
import type { NodeDefinition, TextUse } from '../node.ts'
import { parseTemplate } from '../template.ts'

/** A name that a step looks at. */
export interface Read {
  name: string
  field: string
  /** The step has words, or a way, for when there is no value. */
  mayBeUnset: boolean
  /** It stands in the text of a table's rows. */
  isInRow: boolean
}

/** The names a node reads, each once: where it must have a value, if anywhere. */
export function readsOf(
  definition: NodeDefinition,
  config: unknown,
  texts: readonly TextUse[],
  languages: readonly Language[],
): Read[] {
  const reads = new Map<string, Read>()
  const add = (read: Read) => {
    const known = reads.get(read.name)
    if (read.name !== '' && (!known || (known.mayBeUnset && !read.mayBeUnset))) reads.set(read.name, read)
  }
  for (const { text, field, isPlain, rowsOf } of texts) {
    if (isPlain) continue
    for (const language of languages) {
      for (const part of parseTemplate(text[language] ?? '').parts) {
        if (typeof part === 'string') continue
        const mayBeUnset = part.filters.some(({ name }) => name === 'default')
        add({ name: part.variable, field, mayBeUnset, isInRow: rowsOf !== undefined })
      }
    }
  }
  for (const { name, field, mayBeUnset = false } of definition.reads?.(config) ?? []) {
    add({ name, field, mayBeUnset, isInRow: false })
  }
  return [...reads.values()]
}
