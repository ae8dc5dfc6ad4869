import type { FlowSummary } from '@pregoner/shared'
import { CircleCheck, CircleDashed, PencilLine, Users } from 'lucide-react'
import { memo } from 'react'
import { Link } from 'react-router'
import { useTownKey } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { RowEditor } from '../presence/row-editor.tsx'
import { PublishedState } from '../publishing/published-state.tsx'
import { stateOf } from './find-flows.ts'
import { FlowRowMenu, type RowDeed } from './flow-row-menu.tsx'
import styles from './flows-page.module.css'
import { flowsWords } from './words/flows.ts'

const ICON = 16

interface FlowRowProps {
  flow: FlowSummary
  onDeed(deed: RowDeed, flow: FlowSummary): void
}

/** One flow in the list. */
export const FlowRow = memo(function FlowRow({ flow, onDeed }: FlowRowProps) {
  const t = useWords(flowsWords)
  const nameOf = useWords(languageWords)
  const { relative, exact } = useFormats()
  const townKey = useTownKey()
  return (
    <li className={styles.row}>
      <div className={styles.names}>
        <Link to={`/t/${townKey}/flows/${flow.id}`} className={styles.name}>
          {flow.name}
        </Link>
        <span className={styles.facts}>
          {t('steps', { count: flow.nodes })} · {flow.languages.map(code => nameOf(code)).join(', ')} ·{' '}
          <time dateTime={flow.changedAt} title={exact(flow.changedAt)}>
            {t('changedBy', { when: relative(flow.changedAt, new Date()), by: flow.changedBy })}
          </time>
        </span>
        <RowEditor name={flow.editedBy} />
      </div>
      <span className={styles.states}>
        {flow.withdrawnAt === null && <State flow={flow} />}
        <PublishedState
          isWithdrawn={flow.withdrawnAt !== null}
          scheduled={flow.scheduled}
          newest={flow.newestVersion}
          runsOlder={flow.runsOlder}
          iconSize={ICON}
        />
      </span>
      <span className={styles.inside} data-some={flow.inside > 0 || undefined}>
        <Users size={ICON} aria-hidden /> {t('inside', { count: flow.inside })}
      </span>
      <span className={styles.actions}>
        <FlowRowMenu flow={flow} onDeed={onDeed} />
      </span>
    </li>
  )
})

const icons = { never: CircleDashed, changed: PencilLine, live: CircleCheck }

function State({ flow }: { flow: FlowSummary }) {
  const t = useWords(flowsWords)
  const state = stateOf(flow)
  const Icon = icons[state]
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={ICON} aria-hidden /> {t(state, { version: flow.publishedVersion ?? 0 })}
    </span>
  )
}
