import { Select } from '@mantine/core'
import { difference, type Flow, type TownData, type VersionSummary } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useEditorState } from '../editor/context.tsx'
import { Dialog } from '../flows/dialog.tsx'
import Looking from '../flows/looking.tsx'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { bothDrawings } from './both-drawings.ts'
import { ChangeList } from './change-list.tsx'
import { differenceFlags } from './difference-flags.ts'
import styles from './history.module.css'
import { versionQuery } from './publication-api.ts'
import { useTelling } from './use-telling.ts'
import { publicationWords } from './words.ts'

const DRAFT = 'draft'

interface CompareDialogProps {
  town: TownData
  versions: readonly VersionSummary[]
  /** The version it begins with, compared with the draft. */
  from: number
  onClose(): void
}

/** The drawing of a version, or of the draft when `side` names none. */
function useDrawing(town: TownData, flowId: string, side: string) {
  const draft = useEditorState(state => state.flow)
  const stored = useQuery({ ...versionQuery(town.key, flowId, Number(side)), enabled: side !== DRAFT })
  return { ...stored, flow: side === DRAFT ? draft : stored.data?.flow }
}

/** Any two versions, or one and the draft: what is different in sentences and on the drawing. */
export function CompareDialog({ town, versions, from, onClose }: CompareDialogProps) {
  const t = useWords(publicationWords)
  const flowId = useEditorState(state => state.flow.id)
  const [sides, setSides] = useState({ before: String(from), after: DRAFT })
  const before = useDrawing(town, flowId, sides.before)
  const after = useDrawing(town, flowId, sides.after)
  const data = [
    { value: DRAFT, label: t('draft') },
    ...versions.map(({ version }) => ({ value: String(version), label: t('version', { version }) })),
  ]
  const side = (name: 'before' | 'after', label: string) => (
    <Select
      size="sm"
      label={label}
      allowDeselect={false}
      value={sides[name]}
      data={data}
      onChange={value => value && setSides({ ...sides, [name]: value })}
    />
  )
  const failed = [before, after].find(({ isError }) => isError)
  return (
    <Dialog opened fullScreen onClose={onClose} title={t('comparing')}>
      <div className={styles.sides}>
        {side('before', t('from'))}
        {side('after', t('to'))}
      </div>
      {failed?.error && <Failed error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && (!before.flow || !after.flow) && <PageLoading />}
      {before.flow && after.flow && (
        <Difference key={`${sides.before} ${sides.after}`} town={town} before={before.flow} after={after.flow} />
      )}
    </Dialog>
  )
}

function Difference({ town, before, after }: { town: TownData; before: Flow; after: Flow }) {
  const t = useWords(publicationWords)
  const tell = useTelling(town)
  const changes = useMemo(() => difference(before, after), [before, after])
  const both = useMemo(() => bothDrawings(before, after, changes), [before, after, changes])
  const flags = useMemo(() => differenceFlags(changes, tell), [changes, tell])
  const steps = useMemo(() => new Set(both.nodes.map(({ id }) => id)), [both])
  return (
    <Looking flow={both} town={town} flags={flags}>
      {editor => (
        <>
          <h3 className={styles.count} aria-live="polite">
            {changes.length === 0 ? t('sameDrawing') : t('changeCount', { count: changes.length })}
          </h3>
          {changes.length > 0 && <p className={styles.hint}>{t('legend')}</p>}
          <ChangeList
            changes={changes}
            tell={tell}
            isThere={node => steps.has(node)}
            onGo={node => editor.getState().goTo(node)}
            isWhole
          />
        </>
      )}
    </Looking>
  )
}
