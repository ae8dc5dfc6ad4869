import type { FlowNode, Language } from '@pregoner/shared'
import { kindOf, titleOf } from './labels.ts'
import { plainText } from './plain-text.ts'

const texts = new WeakMap<FlowNode['config'], string>()

/** Everything written anywhere in a config, in all languages. */
const textOf = (config: FlowNode['config']): string => {
  const known = texts.get(config)
  if (known !== undefined) return known
  const found: string[] = []
  const left: unknown[] = [config]
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'string') found.push(value)
    else if (typeof value === 'object' && value !== null) left.push(...Object.values(value).filter(Boolean))
  }
  const text = plainText(found.join('\n'))
  texts.set(config, text)
  return text
}

/** The steps whose name, kind or text holds every word, those whose title holds them first. Accents do not matter. */
export const searchSteps = (nodes: readonly FlowNode[], wanted: string, language: Language): FlowNode[] => {
  const words = plainText(wanted).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...nodes]
  const inTitle: FlowNode[] = []
  const inText: FlowNode[] = []
  for (const node of nodes) {
    const title = plainText(`${titleOf(node, language)} ${kindOf(node.type)}`)
    if (words.every(word => title.includes(word))) inTitle.push(node)
    else if (words.every(word => title.includes(word) || textOf(node.config).includes(word))) inText.push(node)
  }
  return [...inTitle, ...inText]
}
