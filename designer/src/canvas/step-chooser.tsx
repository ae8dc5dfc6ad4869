import { Button, Modal } from '@mantine/core'
import { type Flow, type FlowNode, type Language, nodeTypes } from '@pregoner/shared'
import { useMemo, useState } from 'react'
import { addStepBehind, connectTo } from '../editor/actions.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { canBeEntered } from '../editor/exits.ts'
import { exitLabel, kindHint, kindOf, titleOf } from '../editor/labels.ts'
import { holdsWords } from '../editor/plain-text.ts'
import { readingOrder } from '../editor/reading-order.ts'
import { searchSteps } from '../editor/search-steps.ts'
import type { ChoosingExit } from '../editor/store.ts'
import { useWords } from '../i18n/index.ts'
import { type Offer, OfferList } from './offer-list.tsx'
import { TypeChooser } from './type-chooser.tsx'
import { canvasWords } from './words.ts'

const familiesBehind = new Set(['says', 'asks', 'decides', 'hands_on'])

const typesFor = (text: string): Offer[] =>
  nodeTypes
    .filter(({ family }) => familiesBehind.has(family))
    .map(({ type }) => ({ value: type, type, title: kindOf(type), hint: kindHint(type) }))
    .filter(({ title, hint }) => holdsWords(`${title} ${hint}`, text))

/** The steps that hold the words searched for, in reading order. */
export const stepsFor = (
  flow: Flow,
  text: string,
  language: Language,
  isOffered: (node: FlowNode) => boolean,
): Offer[] => {
  const byId = new Map(flow.nodes.map(step => [step.id, step]))
  const inOrder = readingOrder(flow).flatMap(id => byId.get(id) ?? [])
  return searchSteps(inOrder.filter(isOffered), text, language).map(step => ({
    value: step.id,
    type: step.type,
    title: titleOf(step, language),
    hint: kindOf(step.type),
  }))
}

/** Chooses what an exit leads to: a new step by its kind, or one that is there; and what a step becomes. Works without any dragging. */
export function StepChooser() {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const choosing = useEditorState(state => state.choosing)
  const node = useEditorState(state => state.flow.nodes.find(({ id }) => id === choosing?.node))
  const language = useEditorState(state => state.language)
  const close = () => editor.getState().choose(null)
  const exit = node && choosing ? exitLabel(node, choosing.exit, language) : ''

  return (
    <>
      <Modal
        opened={choosing !== null && node !== undefined}
        onClose={close}
        title={choosing && t(choosing.mode === 'add' ? 'addAfter' : 'connectExit', { exit })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {choosing && node && <Chooser key={choosing.mode} choosing={choosing} node={node} onClose={close} />}
      </Modal>
      <TypeChooser />
    </>
  )
}

function Chooser({ choosing, node, onClose }: { choosing: ChoosingExit; node: FlowNode; onClose(): void }) {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const language = useEditorState(state => state.language)
  const [text, setText] = useState('')
  const isAdding = choosing.mode === 'add'
  const offers = useMemo(
    () => (isAdding ? typesFor(text) : stepsFor(flow, text, language, canBeEntered)),
    [isAdding, text, flow, language],
  )
  const pick = (value: string) => {
    onClose()
    if (isAdding) addStepBehind(editor, node, choosing.exit, value, choosing.at)
    else connectTo(editor, node, choosing.exit, value)
  }

  return (
    <>
      <OfferList
        label={t(isAdding ? 'searchTypes' : 'searchSteps')}
        text={text}
        onText={setText}
        offers={offers}
        onPick={pick}
        onClose={onClose}
        isGrid={isAdding}
      />
      <Button
        variant="subtle"
        mt="sm"
        onClick={() => editor.getState().choose({ ...choosing, mode: isAdding ? 'connect' : 'add' })}
      >
        {t(isAdding ? 'rather' : 'ratherNew')}
      </Button>
    </>
  )
}
