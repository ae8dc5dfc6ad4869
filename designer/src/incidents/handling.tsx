import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  hasEnded,
  type IncidentDetail,
  type IncidentStatus,
  incidentDetail,
  priorities,
  transitions,
} from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { Building2, ChevronDown, CirclePause, CirclePlay, Forward, UserCheck } from 'lucide-react'
import { useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { type Change, changeIncident } from '../api/incidents.ts'
import { useSession } from '../api/session.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { changeOnceMore } from './change-once-more.ts'
import styles from './detail.module.css'
import { DueLine } from './due-mark.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { MentionNote } from './mention-note.tsx'
import { useNames } from './names.ts'
import { StatusBadge } from './status-badge.tsx'
import { StatusDialog } from './status-dialog.tsx'
import { deskWords } from './words.ts'
import work from './work.module.css'
import { workWords } from './work-words.ts'

interface HandlingProps {
  town: string
  incident: IncidentDetail
  onChanged: (incident: IncidentDetail) => void
}

/** Who has it, how it stands and what is due, and what can be done about it. */
export function Handling({ town, incident, onChanged }: HandlingProps) {
  const t = useWords(deskWords)
  const w = useWords(workWords)
  const names = useNames()
  const now = useNow()
  const { data: person } = useSession()
  const [asked, setAsked] = useState<IncidentStatus | 'hand_over' | null>(null)
  const change = useMutation({
    mutationFn: (changed: Omit<Change, 'rev'>) =>
      changeOnceMore(incident, rev => changeIncident(town, incident.id, { rev, ...changed })),
    onSuccess: changed => {
      setAsked(null)
      onChanged(changed)
    },
    onError: error => {
      const current = isApiError(error, 'stale') ? incidentDetail.safeParse(error.current) : null
      if (current?.success) onChanged(current.data)
      if (asked === null) notifications.show({ color: 'red', message: describeError(error) })
    },
  })
  const ask = (what: IncidentStatus | 'hand_over') => {
    change.reset()
    setAsked(what)
  }
  const isMine = person !== undefined && person !== null && incident.assigneeId === person.id
  const isWaiting = incident.waitingSince !== null
  const dialog = {
    isBusy: change.isPending,
    error: change.isError ? describeError(change.error) : null,
    onCancel: () => setAsked(null),
  }
  return (
    <div className={styles.handling}>
      {person && incident.mentioned.includes(person.id) && (
        <MentionNote town={town} incident={incident} onChanged={onChanged} />
      )}
      <div className={work.facts}>
        <span className={work.fact}>
          <Building2 size={16} aria-hidden="true" />
          {names.department(incident.departmentId)}
        </span>
        <span className={work.fact}>
          <UserCheck size={16} aria-hidden="true" />
          {incident.assignee ? t('assignedTo', { name: incident.assignee }) : t('nobody')}
          <Button
            variant="subtle"
            size="compact-sm"
            mih="var(--target)"
            onClick={() => person && change.mutate({ assigneeId: isMine ? null : person.id })}
          >
            {t(isMine ? 'leaveIt' : 'takeIt')}
          </Button>
        </span>
        <DueLine incident={incident} now={now} />
      </div>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<ChevronDown size={16} aria-hidden="true" />}
            loading={change.isPending}
          >
            {t('changeStatus')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {transitions[incident.status].map(status => (
            <Menu.Item key={status} onClick={() => ask(status)}>
              <StatusBadge status={status} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" leftSection={<Forward size={16} aria-hidden="true" />} onClick={() => ask('hand_over')}>
        {w('pass')}
      </Button>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<ChevronDown size={16} aria-hidden="true" />}
            aria-label={`${w('priority')}: ${t(`priority.${incident.priority}`)}`}
          >
            {t(`priority.${incident.priority}`)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {priorities
            .filter(priority => priority !== incident.priority)
            .map(priority => (
              <Menu.Item key={priority} onClick={() => change.mutate({ priority })}>
                {t(`priority.${priority}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {!hasEnded(incident.status) && (
        <Button
          variant="default"
          leftSection={
            isWaiting ? <CirclePlay size={16} aria-hidden="true" /> : <CirclePause size={16} aria-hidden="true" />
          }
          onClick={() => change.mutate({ waiting: !isWaiting })}
        >
          {w(isWaiting ? 'goOn' : 'wait')}
        </Button>
      )}
      {asked === 'hand_over' && (
        <HandOverDialog
          {...dialog}
          town={town}
          count={1}
          departmentId={incident.departmentId}
          assigneeId={incident.assigneeId}
          onConfirm={handed => change.mutate(handed)}
        />
      )}
      {asked !== null && asked !== 'hand_over' && (
        <StatusDialog
          {...dialog}
          status={asked}
          canTell={incident.channel !== 'open311'}
          onConfirm={told => change.mutate({ status: asked, ...told })}
        />
      )}
    </div>
  )
}
