import { ActionIcon, Tooltip } from '@mantine/core'
import { type LucideIcon, Redo2, Undo2 } from 'lucide-react'
import { doAgain, takeBack } from '../editor/actions.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { editorWords } from '../editor/words.ts'
import { useWords } from '../i18n/index.ts'
import styles from './top-bar.module.css'
import { editingWords } from './words/editing.ts'

/** Undo and redo, each saying what it would take back or do again. */
export function UndoButtons() {
  const t = useWords(editingWords)
  const commands = useWords(editorWords)
  const editor = useEditor()
  const past = useEditorState(state => state.history.past.at(-1)?.name)
  const future = useEditorState(state => state.history.future.at(-1)?.name)
  const undoLabel = past ? t('undoWhat', { command: commands(`command.${past}`) }) : t('undo')
  const redoLabel = future ? t('redoWhat', { command: commands(`command.${future}`) }) : t('redo')
  return (
    <div className={styles.undo}>
      <Travel label={undoLabel} Icon={Undo2} isOff={!past} onClick={() => takeBack(editor)} />
      <Travel label={redoLabel} Icon={Redo2} isOff={!future} onClick={() => doAgain(editor)} />
    </div>
  )
}

interface TravelProps {
  label: string
  Icon: LucideIcon
  isOff: boolean
  onClick(): void
}

function Travel({ label, Icon, isOff, onClick }: TravelProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        aria-disabled={isOff}
        data-disabled={isOff || undefined}
        onClick={onClick}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
