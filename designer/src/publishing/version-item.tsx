import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import type { VersionSummary } from '@pregoner/shared'
import { Ellipsis } from 'lucide-react'
import { useTownKey } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { Approvals } from '../script/approvals.tsx'
import styles from './history.module.css'
import { publicationWords } from './words.ts'

interface VersionItemProps {
  flowId: string
  version: VersionSummary
  isLive: boolean
  isReadOnly: boolean
  onLook(): void
  onCompare(): void
  onRestore(): void
  onAgain(): void
}

/** One version in the history: who published it when and why, who is still in it, and what can be done with it. */
export function VersionItem(props: VersionItemProps) {
  const { flowId, isLive, isReadOnly, onLook, onCompare, onRestore, onAgain } = props
  const { version, note, by, at, inside, withdrawnAt, withdrawnBy } = props.version
  const t = useWords(publicationWords)
  const townKey = useTownKey()
  const { relative, exact } = useFormats()
  const name = t('version', { version })
  return (
    <li className={styles.version} value={version}>
      <div className={styles.head}>
        <strong>{name}</strong>
        {isLive && (
          <span className={styles.badge} data-state="live">
            {t('live')}
          </span>
        )}
        {withdrawnAt && (
          <span className={styles.badge} data-state="withdrawn">
            {t('withdrawn')}
          </span>
        )}
      </div>
      <p className={note ? undefined : styles.noNote}>{note || t('noNote')}</p>
      <p className={styles.hint}>
        <time dateTime={at} title={exact(at)}>
          {t('by', { by, when: relative(at, new Date()) })}
        </time>
        {inside > 0 && ` · ${t('peopleInside', { count: inside })}`}
      </p>
      {withdrawnAt && (
        <p className={styles.hint}>
          <time dateTime={withdrawnAt} title={exact(withdrawnAt)}>
            {t('withdrawnBy', { by: withdrawnBy ?? '', when: relative(withdrawnAt, new Date()) })}
          </time>
        </p>
      )}
      <Approvals townKey={townKey} flowId={flowId} of={version} />
      <Group gap="xs" mt={4}>
        <Button size="xs" variant="default" aria-label={`${t('compare')}: ${name}`} onClick={onCompare}>
          {t('compare')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={isReadOnly}
          aria-label={`${t('restore')}: ${name}`}
          onClick={onRestore}
        >
          {t('restore')}
        </Button>
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="md" aria-label={t('more', { version })}>
              <Ellipsis size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onLook}>{t('look')}</Menu.Item>
            {!isLive && (
              <Menu.Item disabled={isReadOnly} onClick={onAgain}>
                {t('publishAgain')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
    </li>
  )
}
