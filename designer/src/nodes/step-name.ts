import { type FlowNode, type Language, nodeDefinition, textIn } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import { plainWords } from './value-names.ts'
import { typesCa } from './words/types-ca.ts'
import { nodeWords } from './words.ts'

const MAX_CHARS = 50

type TypeKey = Extract<keyof typeof typesCa, `type.${string}`>
const isTypeKey = (key: string): key is TypeKey => Object.hasOwn(typesCa, key)

/** The beginning of the first text a step says; '' when it says none. */
function firstWords({ type, config }: FlowNode, language: Language): string {
  const definition = nodeDefinition(type)
  const parsed = definition?.config.safeParse(config)
  const [first] = definition && parsed?.success ? (definition.texts?.(parsed.data) ?? []) : []
  const line = plainWords(textIn(first?.text, language, language))
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > MAX_CHARS ? `${line.slice(0, MAX_CHARS).trimEnd()}…` : line
}

/** How a step is called in a list of steps: the officer's name for it, or its kind and its first words. */
export function useStepName(language: Language): (node: FlowNode) => string {
  const t = useWords(nodeWords)
  return node => {
    const key = `type.${node.type}`
    const kind = isTypeKey(key) ? t(key) : node.type
    const words = node.name || firstWords(node, language)
    return words ? `${kind}: ${words}` : kind
  }
}
