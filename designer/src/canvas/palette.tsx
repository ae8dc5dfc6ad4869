import { TextInput } from '@mantine/core'
import { type NodeFamily, nodeTypes } from '@pregoner/shared'
import { CircleHelp, Search } from 'lucide-react'
import { useState } from 'react'
import { addStep } from '../editor/actions.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { familyName, kindHint, kindOf } from '../editor/labels.ts'
import { holdsWords } from '../editor/plain-text.ts'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import { InsertButton } from '../templates/insert-button.tsx'
import styles from './palette.module.css'
import { StepIcon } from './step-icon.tsx'
import { canvasWords } from './words.ts'

/** What a dragged kind of step is called on its way to the canvas. */
export const STEP_DRAG = 'application/x-pregoner-step'

const families: readonly NodeFamily[] = ['starts', 'says', 'asks', 'decides', 'hands_on', 'canvas']

/**
 * Every kind of step by family; a click adds one, so does dragging it onto the canvas. While nothing may be added, the
 * search field still works: by it the list is reached and scrolled by keys.
 */
export function Palette({ onAdded }: { onAdded?(): void }) {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const [text, setText] = useState('')
  const found = nodeTypes.filter(({ type }) => holdsWords(`${kindOf(type)} ${kindHint(type)}`, text))

  return (
    <nav className={styles.palette} aria-label={t('palette')} data-guide="palette">
      <TextInput
        size="xs"
        aria-label={t('searchTypes')}
        placeholder={t('searchTypes')}
        leftSection={<Search size={14} aria-hidden />}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <InsertButton size="compact-sm" disabled={isReadOnly} onInserted={onAdded} />
      {families.map(family => {
        const types = found.filter(definition => definition.family === family)
        if (types.length === 0) return null
        return (
          <section key={family}>
            <h2 className={styles.family}>{familyName(family)}</h2>
            <ul className={styles.types}>
              {types.map(({ type }) => (
                <li key={type}>
                  <button
                    type="button"
                    className={styles.type}
                    title={kindHint(type)}
                    disabled={isReadOnly}
                    draggable={!isReadOnly}
                    onDragStart={event => {
                      event.dataTransfer.setData(STEP_DRAG, type)
                      event.dataTransfer.effectAllowed = 'copy'
                    }}
                    onClick={() => {
                      addStep(editor, type, null)
                      onAdded?.()
                    }}
                  >
                    <StepIcon Icon={nodeView(type)?.Icon ?? CircleHelp} family={family} />
                    {kindOf(type)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {found.length === 0 && <p className={styles.nothing}>{t('nothingFound')}</p>}
    </nav>
  )
}
