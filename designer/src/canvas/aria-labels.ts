import type { ReactFlowProps } from '@xyflow/react'
import type { Translate } from '../i18n/index.ts'
import type { canvasWords } from './words.ts'

type T = Translate<Extract<keyof typeof canvasWords.catalogues.ca, string>>

/** Everything React Flow would otherwise say in English. */
export const ariaLabels = (t: T, isReadOnly: boolean): NonNullable<ReactFlowProps['ariaLabelConfig']> => {
  const moved = { up: 'movedUp', down: 'movedDown', left: 'movedLeft', right: 'movedRight' } as const
  const isDirection = (direction: string): direction is keyof typeof moved => Object.hasOwn(moved, direction)
  return {
    'node.a11yDescription.default': t(isReadOnly ? 'howToMoveOnly' : 'howToMove'),
    'node.a11yDescription.keyboardDisabled': t('howToMoveOnly'),
    'node.a11yDescription.ariaLiveMessage': ({ direction, x, y }) =>
      isDirection(direction) ? t(moved[direction], { x, y }) : '',
    'edge.a11yDescription.default': t('edge'),
    'controls.ariaLabel': t('controls'),
    'controls.zoomIn.ariaLabel': t('zoomIn'),
    'controls.zoomOut.ariaLabel': t('zoomOut'),
    'controls.fitView.ariaLabel': t('fit'),
    'controls.interactive.ariaLabel': t('lock'),
    'minimap.ariaLabel': t('minimap'),
    'handle.ariaLabel': t('handle'),
  }
}
