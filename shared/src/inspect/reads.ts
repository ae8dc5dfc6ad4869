import type { Language } from '../language.ts'
import type { NodeDefinition, TextUse } from '../node.ts'
import { builtInNames } from '../scene.ts'
import { parseTemplate } from '../template.ts'

/** A name that a step looks at. */
export interface Read {
  name: string
  field: string
  /** The step has words, or a way, for when there is no value. */
  mayBeUnset: boolean
  /** It stands in the text of a table's rows. */
  isInRow: boolean
  /** People read it in a text, where nothing leaves a hole. */
  isShown: boolean
}

const alwaysKnown = new Set<string>(builtInNames)

/** Whether somebody has to set it: neither the engine nor the contact nor a table's row has it. */
export const needsSetting = ({ name }: Pick<Read, 'name'>): boolean =>
  !alwaysKnown.has(name) && !/^(?:contact|row)\./.test(name)

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
    const isStricter =
      !known || (known.mayBeUnset && !read.mayBeUnset) || (!known.isShown && read.isShown && !read.mayBeUnset)
    if (read.name !== '' && isStricter) reads.set(read.name, read)
  }
  for (const { text, field, isPlain, rowsOf } of texts) {
    if (isPlain) continue
    for (const language of languages) {
      for (const part of parseTemplate(text[language] ?? '').parts) {
        if (typeof part === 'string') continue
        const mayBeUnset = part.filters.some(({ name }) => name === 'default')
        add({ name: part.variable, field, mayBeUnset, isInRow: rowsOf !== undefined, isShown: true })
      }
    }
  }
  for (const { name, field, mayBeUnset = false } of definition.reads?.(config) ?? []) {
    add({ name, field, mayBeUnset, isInRow: false, isShown: false })
  }
  return [...reads.values()]
}
