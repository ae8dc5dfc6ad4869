import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Bookmark, BookmarkPlus, Check, List, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import type { IncidentFilter } from '../api/incidents.ts'
import { newId } from '../api/new-id.ts'
import { useSaveViews, useViews } from '../api/views.ts'
import { useWords } from '../i18n/index.ts'
import { clearedFilter, isFiltered, isSameFilter } from './filter.ts'
import { SaveViewDialog } from './save-view-dialog.tsx'
import { viewWords } from './view-words.ts'
import styles from './views-menu.module.css'

interface ViewsMenuProps {
  town: string
  filter: IncidentFilter
  onChange: (change: IncidentFilter) => void
}

/** The filters this person keeps: one click shows a list again. */
export function ViewsMenu({ town, filter, onChange }: ViewsMenuProps) {
  const t = useWords(viewWords)
  const { data: views = [] } = useViews(town)
  const save = useSaveViews(town)
  const [isNaming, setNaming] = useState(false)
  const shown = views.find(view => isSameFilter(view.filter, filter))
  const show = (chosen: IncidentFilter) => onChange({ ...clearedFilter, ...chosen })
  const keep = (next: typeof views, message: string) =>
    save.mutate(next, {
      onSuccess: () => notifications.show({ message }),
      onError: error => notifications.show({ message: describeError(error), color: 'red' }),
    })
  return (
    <>
      <Menu position="bottom-start" shadow="md" width={300}>
        <Menu.Target>
          <ActionIcon
            variant={shown ? 'light' : 'subtle'}
            color={shown ? undefined : 'gray'}
            c={shown ? undefined : 'var(--ink)'}
            size="max(36px, var(--target))"
            aria-label={shown ? `${t('views')}: ${shown.name}` : t('views')}
            title={shown ? `${t('views')}: ${shown.name}` : t('views')}
          >
            <Bookmark size={20} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<List size={16} aria-hidden />} onClick={() => show({})}>
            {t('all')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('own')}</Menu.Label>
          {views.length === 0 && <p className={styles.none}>{t('none')}</p>}
          {views.map(view => (
            <div key={view.id} className={styles.view} role="none">
              <Menu.Item
                className={styles.name ?? ''}
                leftSection={view === shown ? <Check size={16} aria-hidden /> : <Bookmark size={16} aria-hidden />}
                onClick={() => show(view.filter)}
              >
                {view.name}
              </Menu.Item>
              <Menu.Item
                className={styles.remove ?? ''}
                aria-label={t('remove', { name: view.name })}
                title={t('remove', { name: view.name })}
                closeMenuOnClick={false}
                onClick={() =>
                  keep(
                    views.filter(({ id }) => id !== view.id),
                    t('removed'),
                  )
                }
              >
                <Trash2 size={16} aria-hidden />
              </Menu.Item>
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<BookmarkPlus size={16} aria-hidden />}
            disabled={!isFiltered(filter) || shown !== undefined}
            onClick={() => setNaming(true)}
          >
            {t('save')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isNaming && (
        <SaveViewDialog
          onCancel={() => setNaming(false)}
          onSave={name => {
            setNaming(false)
            keep([...views, { id: newId(), name, filter }], t('saved'))
          }}
        />
      )}
    </>
  )
}
