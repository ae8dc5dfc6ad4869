import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  ArrowDownFromLine,
  ArrowRightFromLine,
  ChevronsDownUp,
  ChevronsUpDown,
  Ellipsis,
  ListChecks,
  Plus,
  SquareDashedMousePointer,
} from 'lucide-react'
import { useState } from 'react'
import { PasteItem } from '../canvas/copy-items.tsx'
import { tidyUnseen } from '../canvas/keep-tidied.ts'
import { Palette } from '../canvas/palette.tsx'
import { canvasWords } from '../canvas/words.ts'
import { selectAll } from '../editor/actions-arrange.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { arrangingWords } from '../editor/words/arranging.ts'
import { useWords } from '../i18n/index.ts'
import styles from './outline.module.css'
import type { Choosing } from './use-choosing.ts'
import { outlineWords } from './words.ts'

const ICON = 16

interface OutlineFootProps {
  choosing: Choosing
  foldAll(): void
  unfoldAll(): void
}

/** Below the lines, where the thumb is: adding a step, choosing several, and what else can be done with all of them. */
export function OutlineFoot({ choosing: { isTapping, setTapping }, foldAll, unfoldAll }: OutlineFootProps) {
  const t = useWords(outlineWords)
  const [isAdding, setIsAdding] = useState(false)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  return (
    <div className={styles.foot}>
      {isAdding && !isReadOnly && (
        <div className={styles.palette}>
          <Palette onAdded={() => setIsAdding(false)} />
        </div>
      )}
      <div className={styles.deeds}>
        {!isReadOnly && (
          <Button
            variant="default"
            leftSection={<Plus size={ICON} aria-hidden />}
            aria-expanded={isAdding}
            onClick={() => setIsAdding(!isAdding)}
          >
            {t('addFirst')}
          </Button>
        )}
        <Button
          variant={isTapping ? 'light' : 'default'}
          leftSection={<ListChecks size={ICON} aria-hidden />}
          aria-pressed={isTapping}
          aria-label={t('choose')}
          title={t('choose')}
          onClick={() => setTapping(!isTapping)}
        >
          {t('chooseShort')}
        </Button>
        <Menu position="top-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size="max(36px, var(--target))" aria-label={t('more')} title={t('more')}>
              <Ellipsis size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<ChevronsDownUp size={ICON} aria-hidden />} onClick={foldAll}>
              {t('foldAll')}
            </Menu.Item>
            <Menu.Item leftSection={<ChevronsUpDown size={ICON} aria-hidden />} onClick={unfoldAll}>
              {t('unfoldAll')}
            </Menu.Item>
            <DrawingItems isReadOnly={isReadOnly} />
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  )
}

/** What the canvas offers for the whole drawing. */
function DrawingItems({ isReadOnly }: { isReadOnly: boolean }) {
  const t = useWords(canvasWords)
  const arranging = useWords(arrangingWords)
  const editor = useEditor()
  return (
    <>
      <Menu.Item leftSection={<SquareDashedMousePointer size={ICON} aria-hidden />} onClick={() => selectAll(editor)}>
        {arranging('selectAll')}
      </Menu.Item>
      {!isReadOnly && (
        <>
          <PasteItem words="pasteSteps" />
          <Menu.Divider />
          <Menu.Label>{t('tidy')}</Menu.Label>
          <Menu.Item
            leftSection={<ArrowRightFromLine size={ICON} aria-hidden />}
            onClick={() => void tidyUnseen(editor, 'right')}
          >
            {t('tidyRight')}
          </Menu.Item>
          <Menu.Item
            leftSection={<ArrowDownFromLine size={ICON} aria-hidden />}
            onClick={() => void tidyUnseen(editor, 'down')}
          >
            {t('tidyDown')}
          </Menu.Item>
        </>
      )}
    </>
  )
}
