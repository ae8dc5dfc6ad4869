import { frequencyOf, heatOf } from '../counts/counts-index.ts'
import { useEditorState } from '../editor/context.tsx'
import { flagsAt } from '../editor/flags.ts'
import { familyOf } from '../editor/labels.ts'
import type { EditorState } from '../editor/store.ts'
import { useCanvas } from './canvas-context.ts'
import type { StepCardProps } from './canvas-node.ts'
import family from './family.module.css'
import styles from './step-box.module.css'

/** All that a box can show, in one text, so that a thousand boxes listen once each. */
const looksOf = ({ problems, litPath, flags, counts, flow }: EditorState, id: string): string => {
  const { errors, warnings } = problems.at(id)
  const isHeated = counts.isShown && counts.look === 'heat'
  return [
    errors > 0 && 'error',
    errors === 0 && warnings > 0 && 'warning',
    counts.here(id) > 0 && 'here',
    litPath.some(({ node }) => node === id) && 'lit',
    litPath.at(-1)?.node === id && 'standing',
    isHeated && `heat-${heatOf(frequencyOf(id, counts, flow.edges), counts.most)}`,
    ...flagsAt(flags, id).map(({ kind }) => kind),
  ]
    .filter(Boolean)
    .join(' ')
}

/** A step from so far away that nobody could read it: one coloured box, as large as the card. */
export function StepBox({ id, data: { node }, height }: StepCardProps) {
  const looks = useEditorState(state => looksOf(state, id))
  const { openMenu } = useCanvas()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: React Flow's wrapper takes the focus and its keys
    <div
      className={`${family.hued} ${styles.box}`}
      data-family={familyOf(node.type)}
      data-looks={looks || undefined}
      style={{ height }}
      onContextMenu={event => {
        event.preventDefault()
        openMenu({ node: id, exit: null, x: event.clientX, y: event.clientY, from: event.currentTarget.parentElement })
      }}
    />
  )
}
