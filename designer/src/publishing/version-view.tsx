import type { TownData } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { useEditorState } from '../editor/context.tsx'
import { Dialog } from '../flows/dialog.tsx'
import Looking from '../flows/looking.tsx'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { versionQuery } from './publication-api.ts'
import { publicationWords } from './words.ts'

/** A published version to look at. */
export function VersionView({ town, version, onClose }: { town: TownData; version: number; onClose(): void }) {
  const t = useWords(publicationWords)
  const flowId = useEditorState(state => state.flow.id)
  const stored = useQuery(versionQuery(town.key, flowId, version))
  return (
    <Dialog opened fullScreen onClose={onClose} title={t('looking', { version })}>
      {stored.isPending && <PageLoading />}
      {stored.isError && <Failed error={stored.error} onRetry={() => void stored.refetch()} />}
      {stored.data && <Looking flow={stored.data.flow} town={town} />}
    </Dialog>
  )
}
