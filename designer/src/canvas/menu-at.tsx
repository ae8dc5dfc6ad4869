import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './canvas.module.css'
import { canvasWords } from './words.ts'

/** Where a menu opens, and where the focus returns to. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
  readonly from: HTMLElement | null
}

interface MenuAtProps {
  place: MenuPlace | null
  onClose(): void
  children: ReactNode
}

/** A menu at a place of the screen: where the pointer was, or beside the button that asked for it. */
export function MenuAt({ place, onClose, children }: MenuAtProps) {
  const t = useWords(canvasWords)
  const close = () => {
    onClose()
    place?.from?.focus({ preventScroll: true })
  }
  return (
    <Menu
      opened={place !== null}
      onChange={isOpen => !isOpen && close()}
      position="bottom-start"
      offset={4}
      withinPortal
      returnFocus={false}
      shadow="md"
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          aria-label={t('menu')}
          className={styles.menuAnchor}
          style={{ left: place?.x, top: place?.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
