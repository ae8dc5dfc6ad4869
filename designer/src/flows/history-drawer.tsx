import { Button, Drawer, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TownData, VersionSummary } from '@pregoner/shared'
import { History } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { flowsKey, restoreVersion, useVersions } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import type { Saver } from '../editor/saver.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { Dialog } from './dialog.tsx'
import styles from './dialogs.module.css'
import type { Published } from './use-published.ts'
import { VersionView } from './version-view.tsx'
import { publishingWords } from './words/publishing.ts'

interface HistoryDrawerProps {
  town: TownData
  saver: Saver
  published: Published
  onClose(): void
}

/** Every published version: look at it, or make the draft like it again. */
export function HistoryDrawer({ town, saver, published, onClose }: HistoryDrawerProps) {
  const t = useWords(publishingWords)
  useFocusBack()
  const editor = useEditor()
  const flowId = useEditorState(state => state.flow.id)
  const versions = useVersions(town.key, flowId)
  const [looking, setLooking] = useState<number | null>(null)
  const [restoring, setRestoring] = useState<number | null>(null)

  const restore = async (version: number) => {
    setRestoring(null)
    try {
      if (!(await saver.flush())) throw new Error(t('unsaved'))
      const draft = await restoreVersion(town.key, flowId, version, saver.rev())
      saver.adopt(draft)
      editor.getState().run('restore', () => draft.flow)
      void queryClient.invalidateQueries({ queryKey: flowsKey(town.key) })
      notifications.show({ message: t('restored', { version }) })
      onClose()
    } catch (error) {
      notifications.show({ color: 'red', message: describeError(error) })
    }
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={looking === null && restoring === null} // Esc belongs to what lies on top
      position="right"
      title={t('history')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {versions.isPending && <PageLoading />}
      {versions.isError && <Failed error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data?.length === 0 && (
        <Empty Icon={History} title={t('history')}>
          {t('historyEmpty')}
        </Empty>
      )}
      <ol className={styles.versions} reversed>
        {versions.data?.map(version => (
          <VersionItem
            key={version.version}
            version={version}
            isLive={version.version === published.version}
            onLook={() => setLooking(version.version)}
            onRestore={() => setRestoring(version.version)}
          />
        ))}
      </ol>
      {looking !== null && <VersionView town={town} version={looking} onClose={() => setLooking(null)} />}
      <Dialog
        opened={restoring !== null}
        onClose={() => setRestoring(null)}
        title={restoring !== null && t('restoreTitle', { version: restoring })}
      >
        <p>{t('restoreWords')}</p>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setRestoring(null)}>
            {t('cancel')}
          </Button>
          <Button data-autofocus onClick={() => restoring !== null && void restore(restoring)}>
            {restoring !== null && t('restoreYes', { version: restoring })}
          </Button>
        </Group>
      </Dialog>
    </Drawer>
  )
}

interface VersionItemProps {
  version: VersionSummary
  isLive: boolean
  onLook(): void
  onRestore(): void
}

function VersionItem({ version: { version, note, by, at, inside }, isLive, onLook, onRestore }: VersionItemProps) {
  const t = useWords(publishingWords)
  const { relative, exact } = useFormats()
  return (
    <li className={styles.version} value={version}>
      <div className={styles.versionHead}>
        <strong>{t('version', { version })}</strong>
        {isLive && <span className={styles.live}>{t('live')}</span>}
      </div>
      <p className={note ? undefined : styles.noNote}>{note || t('noNote')}</p>
      <p className={styles.hint}>
        <time dateTime={at} title={exact(at)}>
          {t('by', { by, when: relative(at, new Date()) })}
        </time>
        {inside > 0 && ` · ${t('peopleInside', { count: inside })}`}
      </p>
      <Group gap="xs" mt={4}>
        <Button size="xs" variant="default" aria-label={`${t('look')}: ${t('version', { version })}`} onClick={onLook}>
          {t('look')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={`${t('restore')}: ${t('version', { version })}`}
          onClick={onRestore}
        >
          {t('restore')}
        </Button>
      </Group>
    </li>
  )
}
