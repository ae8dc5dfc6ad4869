import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { OfferList } from './offer-list.tsx'
import { stepsFor } from './step-chooser.tsx'
import { canvasWords } from './words.ts'

/** Searches names and texts in all languages, notes and frames included, and goes to what is picked. */
export function FindStep({ onClose }: { onClose(): void }) {
  const t = useWords(canvasWords)
  useFocusBack()
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const language = useEditorState(state => state.language)
  const [text, setText] = useState('')
  const offers = useMemo(() => stepsFor(flow, text, language, () => true), [flow, text, language])
  return (
    <Modal opened onClose={onClose} title={t('find')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <OfferList
        label={t('searchSteps')}
        text={text}
        onText={setText}
        offers={offers}
        onClose={onClose}
        onPick={id => {
          onClose()
          // The dialog first gives the focus back to what opened it.
          setTimeout(() => editor.getState().goTo(id))
        }}
      />
    </Modal>
  )
}
