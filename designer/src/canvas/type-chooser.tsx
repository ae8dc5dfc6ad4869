import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FlowNode, nodeTypes } from '@pregoner/shared'
import { useMemo, useState } from 'react'
import { lossWords, retypeStep } from '../editor/actions-retype.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { isDecoration } from '../editor/exits.ts'
import { kindHint, kindOf, titleOf } from '../editor/labels.ts'
import { holdsWords } from '../editor/plain-text.ts'
import { type Retyped, retype } from '../editor/retype.ts'
import { retypingWords } from '../editor/words/retyping.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { type Offer, OfferList } from './offer-list.tsx'
import { canvasWords } from './words.ts'

/** Chooses what a step becomes; every kind says beforehand what would be lost. */
export function TypeChooser() {
  const t = useWords(retypingWords)
  const close = useWords(canvasWords)
  const editor = useEditor()
  const retyping = useEditorState(state => state.retyping)
  const node = useEditorState(state => state.flow.nodes.find(({ id }) => id === retyping))
  const language = useEditorState(state => state.language)
  const onClose = () => editor.getState().setRetyping(null)
  useFocusBack(node !== undefined)
  return (
    <Modal
      opened={node !== undefined}
      onClose={onClose}
      title={node && t('title', { title: titleOf(node, language) })}
      size="lg"
      closeButtonProps={{ 'aria-label': close('close') }}
    >
      {node && <Types node={node} onClose={onClose} />}
    </Modal>
  )
}

/** What keeps most comes first. */
const sizeOfLoss = ({ lostFields, lostExits, lostEntries }: Retyped) =>
  lostFields.length + lostExits.length + lostEntries

function Types({ node, onClose }: { node: FlowNode; onClose(): void }) {
  const t = useWords(canvasWords)
  const loss = useWords(retypingWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const [text, setText] = useState('')
  const all = useMemo(
    () =>
      nodeTypes
        .filter(({ type, family }) => type !== node.type && (family === 'canvas') === isDecoration(node))
        .map(({ type }) => ({ type, retyped: retype(flow, node.id, type) }))
        .sort((a, b) => sizeOfLoss(a.retyped) - sizeOfLoss(b.retyped))
        .map(({ type, retyped }): Offer => {
          return { value: type, type, title: kindOf(type), hint: lossWords(retyped) ?? loss('keepsAll') }
        }),
    [flow, node, loss],
  )
  const offers = useMemo(
    () => all.filter(({ type, title }) => holdsWords(`${title} ${kindHint(type)}`, text)),
    [all, text],
  )
  return (
    <OfferList
      label={t('searchTypes')}
      text={text}
      onText={setText}
      offers={offers}
      onClose={onClose}
      onPick={type => {
        onClose()
        // The dialog first gives the focus back to what opened it.
        setTimeout(() => {
          const lost = retypeStep(editor, node.id, type)
          if (lost) notifications.show({ id: 'retyped', message: lost })
        })
      }}
    />
  )
}
