import { Menu } from '@mantine/core'
import { ArrowDownFromLine, ArrowRightFromLine, SquareDashedMousePointer } from 'lucide-react'
import { selectAll } from '../editor/actions-arrange.ts'
import { useEditor } from '../editor/context.tsx'
import type { Position } from '../editor/edit-nodes.ts'
import { arrangingWords } from '../editor/words/arranging.ts'
import { useWords } from '../i18n/index.ts'
import { PasteItem } from './copy-items.tsx'
import { MenuAt, type MenuPlace } from './menu-at.tsx'
import type { TidyDirection } from './tidy.ts'
import { canvasWords } from './words.ts'

/** Where the menu of the drawing opens; `at` is the place on the drawing that was pointed at. */
export interface DrawingMenuPlace extends MenuPlace {
  readonly at?: Position
}

interface DrawingMenuProps {
  place: DrawingMenuPlace | null
  onClose(): void
  onTidy(direction: TidyDirection): void
}

const ICON = 16

/** What can be done with the whole drawing. */
export function DrawingMenu({ place, onClose, onTidy }: DrawingMenuProps) {
  const t = useWords(canvasWords)
  const arranging = useWords(arrangingWords)
  const editor = useEditor()
  return (
    <MenuAt place={place} onClose={onClose}>
      <PasteItem isFirst at={place?.at} />
      <Menu.Item leftSection={<SquareDashedMousePointer size={ICON} aria-hidden />} onClick={() => selectAll(editor)}>
        {arranging('selectAll')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('tidy')}</Menu.Label>
      <Menu.Item leftSection={<ArrowRightFromLine size={ICON} aria-hidden />} onClick={() => onTidy('right')}>
        {t('tidyRight')}
      </Menu.Item>
      <Menu.Item leftSection={<ArrowDownFromLine size={ICON} aria-hidden />} onClick={() => onTidy('down')}>
        {t('tidyDown')}
      </Menu.Item>
    </MenuAt>
  )
}
