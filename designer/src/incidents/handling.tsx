import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type IncidentDetail, type IncidentStatus, incidentDetail, transitions } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { Building2, ChevronDown, UserCheck } from 'lucide-react'
import { useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { type Change, changeIncident } from '../api/incidents.ts'
import { useMembership, useSession } from '../api/session.ts'
import { useEntities } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { changeOnceMore } from './change-once-more.ts'
import styles from './detail.module.css'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { useNames } from './names.ts'
import { StatusBadge } from './status-badge.tsx'
import { StatusDialog } from './status-dialog.tsx'
import { deskWords } from './words.ts'

interface HandlingProps {
  town: string
  incident: IncidentDetail
  onChanged: (incident: IncidentDetail) => void
}

/** Who has it and how it stands, each changed where it is read. */
export function Handling({ town, incident, onChanged }: HandlingProps) {
  const t = useWords(deskWords)
  const names = useNames()
  const { data: person } = useSession()
  const departments = useEntities('department')
  const membership = useMembership(town)
  const [handing, setHanding] = useState<string | null>(null)
  const [asked, setAsked] = useState<IncidentStatus | null>(null)
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
  const ask = (status: IncidentStatus) => {
    change.reset()
    setAsked(status)
  }
  const hand = (departmentId: string) => change.mutate({ departmentId }, { onSettled: () => setHanding(null) })
  const staysInSight = (departmentId: string) =>
    membership?.role !== 'agent' || membership.departments.includes(departmentId)
  const isMine = person !== undefined && person !== null && incident.assigneeId === person.id
  return (
    <div className={styles.handling}>
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
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<Building2 size={16} aria-hidden="true" />}
            rightSection={<ChevronDown size={16} aria-hidden="true" />}
            aria-label={`${t('assign')}: ${names.department(incident.departmentId)}`}
          >
            {names.department(incident.departmentId)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.longMenu ?? ''}>
          <Menu.Label>{t('assign')}</Menu.Label>
          {departments
            .filter(({ value }) => value !== incident.departmentId)
            .map(({ value, label }) => (
              <Menu.Item key={value} onClick={() => (staysInSight(value) ? hand(value) : setHanding(value))}>
                {label}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <span className={styles.holder}>
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
      {handing && (
        <HandOverDialog
          department={names.department(handing)}
          isBusy={change.isPending}
          onCancel={() => setHanding(null)}
          onConfirm={() => hand(handing)}
        />
      )}
      {asked && (
        <StatusDialog
          status={asked}
          isBusy={change.isPending}
          error={change.isError ? describeError(change.error) : null}
          onCancel={() => setAsked(null)}
          onConfirm={told => change.mutate({ status: asked, ...told })}
        />
      )}
    </div>
  )
}
