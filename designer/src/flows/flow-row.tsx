import { ActionIcon, Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { FlowSummary } from '@pregoner/shared'
import { CircleCheck, CircleDashed, PencilLine, Trash2, Users } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { describeError } from '../api/api-error.ts'
import { deleteFlow, flowsKey } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import { useTownKey } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { RowEditor } from '../presence/row-editor.tsx'
import { Dialog } from './dialog.tsx'
import styles from './flows-page.module.css'
import { flowsWords } from './words/flows.ts'

const ICON = 16

/** One flow in the list. */
export function FlowRow({ flow }: { flow: FlowSummary }) {
  const t = useWords(flowsWords)
  const nameOf = useWords(languageWords)
  const { relative, exact } = useFormats()
  const townKey = useTownKey()
  const [isAsking, setIsAsking] = useState(false)
  const { publishedVersion: version } = flow

  const remove = async () => {
    setIsAsking(false)
    try {
      await deleteFlow(townKey, flow.id)
    } catch (error) {
      notifications.show({ color: 'red', message: describeError(error) })
    }
    await queryClient.invalidateQueries({ queryKey: flowsKey(townKey) })
  }

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
      <State version={version} isChanged={flow.isChanged} />
      <span className={styles.inside} data-some={flow.inside > 0 || undefined}>
        <Users size={ICON} aria-hidden /> {t('inside', { count: flow.inside })}
      </span>
      <span className={styles.remove}>
        {version === null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('remove', { name: flow.name })}
            onClick={() => setIsAsking(true)}
          >
            <Trash2 size={18} aria-hidden />
          </ActionIcon>
        )}
      </span>
      <Dialog opened={isAsking} onClose={() => setIsAsking(false)} title={t('removeTitle', { name: flow.name })}>
        <p>{t('removeWords')}</p>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setIsAsking(false)} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="red" onClick={() => void remove()}>
            {t('removeYes')}
          </Button>
        </Group>
      </Dialog>
    </li>
  )
}

function State({ version, isChanged }: { version: number | null; isChanged: boolean }) {
  const t = useWords(flowsWords)
  if (version === null) {
    return (
      <span className={styles.state} data-state="never">
        <CircleDashed size={ICON} aria-hidden /> {t('never')}
      </span>
    )
  }
  const Icon = isChanged ? PencilLine : CircleCheck
  return (
    <span className={styles.state} data-state={isChanged ? 'changed' : 'live'}>
      <Icon size={ICON} aria-hidden /> {t(isChanged ? 'changed' : 'live', { version })}
    </span>
  )
}
