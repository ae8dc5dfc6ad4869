import { SegmentedControl } from '@mantine/core'
import type { Flow, TownData } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readVersion, versionsKey } from '../api/flows.ts'
import { Canvas } from '../canvas/canvas.tsx'
import { EditorProvider, useEditorState } from '../editor/context.tsx'
import { createEditor } from '../editor/store.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { Outline } from '../outline/outline.tsx'
import { Dialog } from './dialog.tsx'
import styles from './dialogs.module.css'
import { editingWords } from './words/editing.ts'
import { publishingWords } from './words/publishing.ts'

/** A published version to look at. */
export function VersionView({ town, version, onClose }: { town: TownData; version: number; onClose(): void }) {
  const t = useWords(publishingWords)
  const flowId = useEditorState(state => state.flow.id)
  const stored = useQuery({
    queryKey: [...versionsKey(town.key, flowId), version],
    queryFn: () => readVersion(town.key, flowId, version),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Dialog opened fullScreen onClose={onClose} title={t('looking', { version })}>
      {stored.isPending && <PageLoading />}
      {stored.isError && <Failed error={stored.error} onRetry={() => void stored.refetch()} />}
      {stored.data && <Looking flow={stored.data.flow} town={town} />}
    </Dialog>
  )
}

function Looking({ flow, town }: { flow: Flow; town: TownData }) {
  const t = useWords(editingWords)
  const [editor] = useState(() => createEditor({ flow, isReadOnly: true, now: Date.now }))
  const [view, setView] = useState('canvas')
  return (
    <EditorProvider editor={editor}>
      <SegmentedControl
        size="xs"
        aria-label={t('view')}
        value={view}
        onChange={setView}
        data={[
          { value: 'canvas', label: t('canvas') },
          { value: 'outline', label: t('outline') },
        ]}
      />
      <div className={styles.look}>{view === 'canvas' ? <Canvas town={town} /> : <Outline />}</div>
    </EditorProvider>
  )
}
