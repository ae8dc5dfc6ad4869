import { Handle, Position } from '@xyflow/react'
import { CircleAlert, CircleHelp, TriangleAlert, Users } from 'lucide-react'
import { memo } from 'react'
import { StepNumbers } from '../counts/step-numbers.tsx'
import { useHeat } from '../counts/use-heat.ts'
import { useEditorState } from '../editor/context.tsx'
import { canBeEntered, exitsOf } from '../editor/exits.ts'
import { cardTitleOf, familyOf, kindOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import badges from './badges.module.css'
import { useCanvas } from './canvas-context.ts'
import { ENTRY } from './canvas-edge.ts'
import type { StepCardProps } from './canvas-node.ts'
import { CardBody } from './card-body.tsx'
import { useDetail } from './detail.ts'
import { ExitRow } from './exit-row.tsx'
import family from './family.module.css'
import { StepBox } from './step-box.tsx'
import styles from './step-card.module.css'
import { StepFlags } from './step-flags.tsx'
import { canvasWords } from './words.ts'

/** A step on the canvas: its kind and name, what the citizen reads, and its exits. The further away, the less of it. */
export const StepCard = memo(function StepCard(props: StepCardProps) {
  return useDetail() === 'boxes' ? <StepBox {...props} /> : <Card {...props} />
})

function Card({ id, data: { node }, height }: StepCardProps) {
  const t = useWords(canvasWords)
  const isFar = useDetail() !== 'full'
  const language = useEditorState(state => state.language)
  const errors = useEditorState(state => state.problems.at(id).errors)
  const warnings = useEditorState(state => state.problems.at(id).warnings)
  const here = useEditorState(state => state.counts.here(id))
  const isLit = useEditorState(state => state.litPath.some(passage => passage.node === id))
  const isStanding = useEditorState(state => state.litPath.at(-1)?.node === id)
  const heat = useHeat(id)
  const { openMenu, formatNumber } = useCanvas()
  const Icon = nodeView(node.type)?.Icon ?? CircleHelp
  const title = cardTitleOf(node, language)
  const kind = kindOf(node.type)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: React Flow's wrapper takes the focus and its keys
    <div
      className={`${family.hued} ${styles.card}`}
      data-family={familyOf(node.type)}
      data-lit={isLit || undefined}
      data-standing={isStanding || undefined}
      data-far={isFar || undefined}
      data-heat={heat}
      style={isFar && height ? { height } : undefined}
      onContextMenu={event => {
        event.preventDefault()
        openMenu({ node: id, exit: null, x: event.clientX, y: event.clientY, from: event.currentTarget.parentElement })
      }}
    >
      {canBeEntered(node) && <Handle id={ENTRY} type="target" position={Position.Left} className={styles.entry} />}
      <header className={styles.cardHead}>
        <span className={styles.cardIcon}>
          <Icon size={isFar ? 40 : 16} aria-hidden />
        </span>
        <span className={styles.cardTitle}>{title}</span>
        {!isFar && title !== kind && <span className={styles.cardKind}>{kind}</span>}
        <StepFlags node={id} />
        {errors > 0 && (
          <span className={badges.error} data-badge title={t('errorsHere', { count: errors })}>
            <CircleAlert size={14} aria-hidden />
            {errors}
          </span>
        )}
        {errors === 0 && warnings > 0 && (
          <span className={badges.warning} data-badge title={t('warningsHere', { count: warnings })}>
            <TriangleAlert size={14} aria-hidden />
            {warnings}
          </span>
        )}
        {here > 0 && (
          <span className={badges.here} data-badge title={t('peopleHere', { count: here })}>
            <Users size={14} aria-hidden />
            {formatNumber(here)}
          </span>
        )}
      </header>
      {!isFar && <CardBody node={node} language={language} />}
      <ul className={styles.exits}>
        {exitsOf(node).map(exit => (
          <ExitRow key={exit.id} node={node} exit={exit.id} isFar={isFar} t={t} />
        ))}
      </ul>
      {!isFar && <StepNumbers node={id} />}
    </div>
  )
}
