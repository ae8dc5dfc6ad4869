import { Menu } from '@mantine/core'
import { ClipboardPaste, Copy, CopyPlus, Scissors, Trash2 } from 'lucide-react'
import { usePaste } from '../clipboard/clipboard.tsx'
import { copyChosen } from '../clipboard/copy-chosen.ts'
import { duplicateNodes, remove } from '../editor/actions.ts'
import { useEditor } from '../editor/context.tsx'
import type { Position } from '../editor/edit-nodes.ts'
import { clipboardWords } from '../editor/words/clipboard.ts'
import { useWords } from '../i18n/index.ts'
import { canvasWords } from './words.ts'

const ICON = 16

/** Copying, cutting, pasting, duplicating and deleting steps, as entries of a menu. */
export function CopyItems({ ids }: { ids: readonly string[] }) {
  const t = useWords(canvasWords)
  const clip = useWords(clipboardWords)
  const editor = useEditor()
  return (
    <>
      <Menu.Item leftSection={<Copy size={ICON} aria-hidden />} onClick={() => copyChosen(editor, ids, 'copy')}>
        {clip('copy')}
      </Menu.Item>
      <Menu.Item leftSection={<Scissors size={ICON} aria-hidden />} onClick={() => copyChosen(editor, ids, 'cut')}>
        {clip('cut')}
      </Menu.Item>
      <PasteItem />
      <Menu.Item leftSection={<CopyPlus size={ICON} aria-hidden />} onClick={() => duplicateNodes(editor, ids)}>
        {t('duplicate')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Trash2 size={ICON} aria-hidden />}
        color="var(--late)"
        onClick={() => remove(editor, { nodes: ids, edges: [] })}
      >
        {t('remove')}
      </Menu.Item>
    </>
  )
}

interface PasteItemProps {
  at?: Position
  isFirst?: boolean
  /** The fuller words where nothing around tells that it is about steps. */
  words?: 'paste' | 'pasteSteps'
}

/** Pastes steps where the officer points, else where they look. */
export function PasteItem({ at, isFirst = false, words = 'paste' }: PasteItemProps) {
  const t = useWords(clipboardWords)
  const paste = usePaste()
  return (
    <Menu.Item
      data-autofocus={isFirst || undefined}
      leftSection={<ClipboardPaste size={ICON} aria-hidden />}
      onClick={() => paste(at)}
    >
      {t(words)}
    </Menu.Item>
  )
}
