import { Menu } from '@mantine/core'
import type { FlowNode } from '@pregoner/shared'
import type { ReactNode } from 'react'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './canvas.module.css'
import type { CanvasMenuRequest } from './canvas-context.ts'
import { ExitMenuItems, StepMenuItems } from './step-menu.tsx'
import { canvasWords } from './words.ts'

interface CanvasMenuProps {
  request: CanvasMenuRequest | null
  onClose(): void
  /** Further items for a whole step. */
  more?(node: FlowNode): ReactNode
}

/** The one menu of a drawing, for the step or the exit it was asked for. */
export function CanvasMenu({ request, onClose, more }: CanvasMenuProps) {
  const t = useWords(canvasWords)
  const node = useEditorState(state => state.flow.nodes.find(({ id }) => id === request?.node))
  const close = () => {
    onClose()
    request?.from?.focus({ preventScroll: true })
  }
  return (
    <Menu
      opened={request !== null && node !== undefined}
      onChange={isOpen => !isOpen && close()}
      position="bottom-start"
      offset={4}
      withinPortal
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      shadow="md"
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          aria-label={t('menu')}
          className={styles.menuAnchor}
          style={{ left: request?.x, top: request?.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {node && request?.exit && <ExitMenuItems node={node} exit={request.exit} isFirst />}
        {node && request && request.exit === null && <StepMenuItems node={node} more={more?.(node)} />}
      </Menu.Dropdown>
    </Menu>
  )
}
