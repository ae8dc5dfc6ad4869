import { askNode, type Flow, type FlowNode } from '@pregoner/shared'
import { translate } from '../i18n/index.ts'
import type { Lack } from './adopt-part.ts'
import { referencesOf } from './exits.ts'
import type { Flag } from './flags.ts'
import type { Editor } from './store.ts'
import { clipboardWords } from './words/clipboard.ts'

const known = new WeakMap<Editor, Lack[]>()

/** A reference is chosen once the step names something else; a file once the field holds one, or is gone. */
const isOpen = (node: FlowNode, lack: Lack): boolean => {
  if (lack.kind !== 'file') return referencesOf(node).some(({ kind, id }) => kind === lack.kind && id === lack.id)
  const [holder = ''] = lack.field.split('.')
  const hasFile = askNode(node, (definition, config) => definition.files?.(config)).includes(lack.field)
  return Boolean(node.config[holder]) && !hasFile
}

const flagsOf = (flow: Flow, lacks: readonly Lack[]): ReadonlyMap<string, readonly Flag[]> => {
  const nodes = new Map(flow.nodes.map(node => [node.id, node]))
  const flags = new Map<string, Flag[]>()
  for (const lack of lacks) {
    const node = nodes.get(lack.node)
    if (!node || !isOpen(node, lack)) continue
    const thing = lack.kind === 'file' ? '' : lack.name
    const text = translate(clipboardWords, `lacking.${lack.kind}`, { name: thing })
    const before = flags.get(node.id) ?? []
    if (!before.some(flag => flag.text === text)) flags.set(node.id, [...before, { kind: 'lacking', text }])
  }
  return flags
}

/** Flags the steps in which something of the town is still to be chosen, until it is. */
export const markLacks = (editor: Editor, lacks: readonly Lack[]): void => {
  if (lacks.length === 0) return
  const before = known.get(editor)
  const all = [...(before ?? []), ...lacks]
  known.set(editor, all)
  const mark = () => {
    const { flow, setFlags } = editor.getState()
    setFlags('paste', flagsOf(flow, known.get(editor) ?? []))
  }
  mark()
  if (before) return
  editor.subscribe((now, then) => {
    if (now.flow !== then.flow) mark()
  })
}
