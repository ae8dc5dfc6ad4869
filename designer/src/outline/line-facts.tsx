import type { FlowNode } from '@pregoner/shared'
import { CircleAlert, TriangleAlert, Users } from 'lucide-react'
import badges from '../canvas/badges.module.css'
import { StepFlags } from '../canvas/step-flags.tsx'
import { StepNumbers } from '../counts/step-numbers.tsx'
import { useHeat } from '../counts/use-heat.ts'
import { useEditorState } from '../editor/context.tsx'
import { flagsAt } from '../editor/flags.ts'
import { titleOf } from '../editor/labels.ts'
import { areaWords } from '../editor/words/areas.ts'
import { useWords } from '../i18n/index.ts'
import styles from './outline.module.css'
import { outlineWords } from './words.ts'

interface FactsProps {
  node: FlowNode
  formatNumber(value: number): string
}

/** What is to be known about a step, as badges for the eye; in words it is the line's description. */
export function StepBadges({ node, formatNumber }: FactsProps) {
  const errors = useEditorState(state => state.problems.at(node.id).errors)
  const warnings = useEditorState(state => state.problems.at(node.id).warnings)
  const here = useEditorState(state => state.counts.here(node.id))
  const passed = useEditorState(({ counts }) => (counts.isShown ? counts.passed(node.id) : 0))
  const heat = useHeat(node.id)
  return (
    <span className={styles.badges} aria-hidden>
      <StepFlags node={node.id} isFramed={false} />
      {errors > 0 && (
        <span className={badges.error}>
          <CircleAlert size={14} /> {errors}
        </span>
      )}
      {errors === 0 && warnings > 0 && (
        <span className={badges.warning}>
          <TriangleAlert size={14} /> {warnings}
        </span>
      )}
      {here > 0 && (
        <span className={badges.here}>
          <Users size={14} /> {formatNumber(here)}
        </span>
      )}
      <StepNumbers node={node.id} />
      {passed > 0 && (
        <span className={styles.passed} data-heat={heat}>
          {formatNumber(passed)}
        </span>
      )}
    </span>
  )
}

interface DescriptionProps {
  id: string
  node: FlowNode
  facts: string
  /** The areas the step lies in, by title. */
  areas: string
}

/** The same in words, read after the line's name; not drawn, so that nobody hears it twice. */
export function StepDescription({ id, node, facts, areas }: DescriptionProps) {
  const t = useWords(outlineWords)
  const area = useWords(areaWords)
  const flags = useEditorState(state => flagsAt(state.flags, node.id))
  const isStanding = useEditorState(state => state.litPath.at(-1)?.node === node.id)
  const isLit = useEditorState(state => state.litPath.some(passage => passage.node === node.id))
  const words = [
    facts,
    ...flags.map(({ text }) => (/[.!?…]$/.test(text) ? text : `${text}.`)),
    isStanding ? t('standing') : isLit && t('passed'),
    areas && area('within', { area: areas }),
  ]
  return (
    <span id={id} hidden>
      {words.filter(Boolean).join(' ')}
    </span>
  )
}

/** Whose exit it is, and how many took it. */
export function ExitDescription({ id, node, exit }: { id: string; node: FlowNode; exit: string }) {
  const t = useWords(outlineWords)
  const language = useEditorState(state => state.language)
  const count = useEditorState(({ counts }) => (counts.isShown ? counts.exit(node.id, exit) : 0))
  return (
    <span id={id} hidden>
      {t('exitOf', { title: titleOf(node, language) })} {count > 0 && t('taken', { count })}
    </span>
  )
}
