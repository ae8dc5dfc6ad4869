import type { FlowNode } from '@pregoner/shared'
import type { ReactNode } from 'react'
import { useEditorState } from '../editor/context.tsx'
import type { CanvasMenuRequest } from './canvas-context.ts'
import { MenuAt } from './menu-at.tsx'
import { ExitMenuItems, StepMenuItems } from './step-menu.tsx'

interface CanvasMenuProps {
  request: CanvasMenuRequest | null
  onClose(): void
  /** Further items for a whole step. */
  more?(node: FlowNode): ReactNode
}

/** The one menu of a drawing, for the step or the exit it was asked for. */
export function CanvasMenu({ request, onClose, more }: CanvasMenuProps) {
  const node = useEditorState(state => state.flow.nodes.find(({ id }) => id === request?.node))
  return (
    <MenuAt place={node ? request : null} onClose={onClose}>
      {node && request?.exit && <ExitMenuItems node={node} exit={request.exit} isFirst />}
      {node && request && request.exit === null && <StepMenuItems node={node} more={more?.(node)} />}
    </MenuAt>
  )
}
