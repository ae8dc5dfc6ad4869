import { Button, Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { type FlowNode, nodeTypes } from '@pregoner/shared'
import { CircleHelp, Search } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { addStepBehind, connectTo } from '../editor/actions.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { canBeEntered } from '../editor/exits.ts'
import { exitLabel, familyOf, kindHint, kindOf, titleOf } from '../editor/labels.ts'
import { readingOrder } from '../editor/reading-order.ts'
import { searchSteps } from '../editor/search-steps.ts'
import type { ChoosingExit } from '../editor/store.ts'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import styles from './step-chooser.module.css'
import { StepIcon } from './step-icon.tsx'
import { canvasWords } from './words.ts'

interface Offer {
  /** A node type to add, or the id of a node to lead to. */
  value: string
  type: string
  title: string
  hint: string
}

const familiesBehind = new Set(['says', 'asks', 'decides', 'hands_on'])

const typesFor = (text: string): Offer[] => {
  const wanted = text.trim().toLocaleLowerCase()
  return nodeTypes
    .filter(({ family }) => familiesBehind.has(family))
    .map(({ type }) => ({ value: type, type, title: kindOf(type), hint: kindHint(type) }))
    .filter(({ title, hint }) => `${title} ${hint}`.toLocaleLowerCase().includes(wanted))
}

/** Chooses what an exit leads to: a new step by its kind, or one that is there. Works without any dragging. */
export function StepChooser() {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const choosing = useEditorState(state => state.choosing)
  const node = useEditorState(state => state.flow.nodes.find(({ id }) => id === choosing?.node))
  const language = useEditorState(state => state.language)
  const close = () => editor.getState().choose(null)
  const exit = node && choosing ? exitLabel(node, choosing.exit, language) : ''

  return (
    <Modal
      opened={choosing !== null && node !== undefined}
      onClose={close}
      title={choosing && t(choosing.mode === 'add' ? 'addAfter' : 'connectExit', { exit })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
      padding="md"
    >
      {choosing && node && <Chooser key={choosing.mode} choosing={choosing} node={node} onClose={close} />}
    </Modal>
  )
}

function Chooser({ choosing, node, onClose }: { choosing: ChoosingExit; node: FlowNode; onClose(): void }) {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const language = useEditorState(state => state.language)
  const [text, setText] = useState('')
  const isAdding = choosing.mode === 'add'
  const combobox = useCombobox({ opened: true })

  const offers = useMemo((): Offer[] => {
    if (isAdding) return typesFor(text)
    const byId = new Map(flow.nodes.map(step => [step.id, step]))
    const inOrder = readingOrder(flow).flatMap(id => byId.get(id) ?? [])
    return searchSteps(inOrder.filter(canBeEntered), text, language).map(step => ({
      value: step.id,
      type: step.type,
      title: titleOf(step, language),
      hint: kindOf(step.type),
    }))
  }, [isAdding, text, flow, language])

  useEffect(() => void combobox.selectFirstOption(), [offers])

  const pick = (value: string) => {
    onClose()
    if (isAdding) addStepBehind(editor, node, choosing.exit, value, choosing.at)
    else connectTo(editor, node, choosing.exit, value)
  }

  return (
    <Combobox store={combobox} onOptionSubmit={pick}>
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          aria-label={t(isAdding ? 'searchTypes' : 'searchSteps')}
          placeholder={t(isAdding ? 'searchTypes' : 'searchSteps')}
          leftSection={<Search size={16} aria-hidden />}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={styles.options} data-grid={isAdding || undefined}>
        {offers.map(({ value, type, title, hint }) => (
          <Combobox.Option key={value} value={value} className={styles.option}>
            <StepIcon Icon={nodeView(type)?.Icon ?? CircleHelp} family={familyOf(type)} />
            <span className={styles.words}>
              <span className={styles.title}>{title}</span>
              <span className={styles.hint}>{hint}</span>
            </span>
          </Combobox.Option>
        ))}
        {offers.length === 0 && <Combobox.Empty>{t('nothingFound')}</Combobox.Empty>}
      </Combobox.Options>
      <Button
        variant="subtle"
        mt="sm"
        onClick={() => editor.getState().choose({ ...choosing, mode: isAdding ? 'connect' : 'add' })}
      >
        {t(isAdding ? 'rather' : 'ratherNew')}
      </Button>
    </Combobox>
  )
}
