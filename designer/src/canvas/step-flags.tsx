import { CircleHelp, CircleX, Minus, PencilLine, Plus, Search, UserRound } from 'lucide-react'
import { useEditorState } from '../editor/context.tsx'
import { type FlagKind, flagsAt } from '../editor/flags.ts'
import badges from './badges.module.css'

const icons: Record<FlagKind, typeof Plus> = {
  present: UserRound,
  added: Plus,
  changed: PencilLine,
  removed: Minus,
  failed: CircleX,
  found: Search,
  lacking: CircleHelp,
}

/** Kinds that must be seen from afar: they draw a frame around the whole card. */
const framed: ReadonlySet<FlagKind> = new Set(['added', 'changed', 'removed'])

/** What other parts have to say of a step: new here, changed, failed in a test, found. */
export function StepFlags({ node, isFramed = true }: { node: string; isFramed?: boolean }) {
  return useEditorState(state => flagsAt(state.flags, node)).map(({ kind, text }) => {
    const Icon = icons[kind]
    return (
      <span key={`${kind} ${text}`} className={badges[kind]} data-badge title={text}>
        <Icon size={14} aria-hidden />
        <span className="visually-hidden">{text}</span>
        {isFramed && framed.has(kind) && <span className={badges.frame} aria-hidden />}
      </span>
    )
  })
}
