import { compile } from './compile.ts'
import type { Flow } from './flow.ts'
import type { LocalizedText } from './language.ts'
import type { TownData } from './town.ts'

/** Something a flow asks citizens for. */
export interface AskedData {
  node: string
  text: LocalizedText
  isPersonal: boolean
}

/** What a flow wants to know of citizens, and the texts to which they consent, in the order of the drawing. */
export function askedData(
  flow: Flow,
  town: TownData,
): { asked: AskedData[]; consents: Omit<AskedData, 'isPersonal'>[] } {
  const { nodes } = compile({ flowId: flow.id, version: 1, flow, subflows: [] }, town)
  const asking = [...nodes.values()].filter(({ definition }) => definition.family === 'asks')
  const firstText = (node: (typeof asking)[number]) => node.definition.texts?.(node.config)[0]?.text ?? {}
  return {
    asked: asking
      .filter(({ definition, config }) => (definition.sets?.(config).length ?? 0) > 0)
      .map(node => ({
        node: node.id,
        text: firstText(node),
        isPersonal: node.definition.asksPersonalData?.(node.config) ?? false,
      })),
    consents: asking
      .filter(({ definition }) => definition.consentExit !== undefined)
      .map(node => ({ node: node.id, text: firstText(node) })),
  }
}
