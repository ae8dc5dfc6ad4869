import { Button, Drawer } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TownData } from '@pregoner/shared'
import { History } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useVersions } from '../api/flows.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import type { Saver } from '../editor/saver.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { AgainDialog } from './again-dialog.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import styles from './history.module.css'
import { publicationsMoved, restoreVersion } from './publication-api.ts'
import { ScheduledItem } from './scheduled-item.tsx'
import type { Published } from './use-published.ts'
import { VersionItem } from './version-item.tsx'
import { VersionView } from './version-view.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { publicationWords } from './words.ts'

interface HistoryDrawerProps {
  town: TownData
  saver: Saver
  published: Published
  onClose(): void
}

/** What lies on top of the list. */
type OnTop = { what: 'look' | 'compare' | 'again'; version: number } | { what: 'withdraw' } | null

/** Every published version: look at it, compare it, make the draft like it again, publish it again; and withdrawing. */
export function HistoryDrawer({ town, saver, published, onClose }: HistoryDrawerProps) {
  const t = useWords(publicationWords)
  useFocusBack()
  const editor = useEditor()
  const flowId = useEditorState(state => state.flow.id)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const versions = useVersions(town.key, flowId)
  const [onTop, setOnTop] = useState<OnTop>(null)
  const close = () => setOnTop(null)

  const restore = async (version: number) => {
    try {
      if (!(await saver.flush())) throw new Error('unsaved')
      const draft = await restoreVersion(town.key, flowId, version, saver.rev())
      saver.adopt(draft)
      editor.getState().run('restore', () => draft.flow)
      void publicationsMoved(town.key, flowId)
      notifications.show({ message: t('restored', { version }) })
      onClose()
    } catch (error) {
      const message = error instanceof Error && error.message === 'unsaved' ? t('unsaved') : describeError(error)
      notifications.show({ color: 'red', message })
    }
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={onTop === null} // Esc belongs to what lies on top
      position="right"
      size="md"
      title={t('history')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {versions.isPending && <PageLoading />}
      {versions.isError && <Failed error={versions.error} onRetry={() => void versions.refetch()} />}
      {published.scheduled && <ScheduledItem town={town} flowId={flowId} scheduled={published.scheduled} />}
      {versions.data?.length === 0 && !published.scheduled && (
        <Empty Icon={History} title={t('history')}>
          {t('historyEmpty')}
        </Empty>
      )}
      <ol className={styles.versions} reversed>
        {versions.data?.map(version => (
          <VersionItem
            key={version.version}
            flowId={flowId}
            version={version}
            isLive={version.version === published.version}
            isReadOnly={isReadOnly}
            onLook={() => setOnTop({ what: 'look', version: version.version })}
            onCompare={() => setOnTop({ what: 'compare', version: version.version })}
            onRestore={() => void restore(version.version)}
            onAgain={() => setOnTop({ what: 'again', version: version.version })}
          />
        ))}
      </ol>
      {published.version !== null && (
        <Button variant="default" mt="md" disabled={isReadOnly} onClick={() => setOnTop({ what: 'withdraw' })}>
          {t('withdraw')}
        </Button>
      )}
      {onTop?.what === 'look' && <VersionView town={town} version={onTop.version} onClose={close} />}
      {onTop?.what === 'compare' && (
        <CompareDialog town={town} versions={versions.data ?? []} from={onTop.version} onClose={close} />
      )}
      {onTop?.what === 'again' && (
        <AgainDialog
          town={town}
          version={onTop.version}
          next={(published.newest ?? 0) + 1}
          onPublished={published.publish}
          onClose={close}
        />
      )}
      {onTop?.what === 'withdraw' && published.version !== null && (
        <WithdrawDialog town={town} version={published.version} onClose={close} />
      )}
    </Drawer>
  )
}
