import { ActionIcon, Menu } from '@mantine/core'
import type { IncidentSummary } from '@pregoner/shared'
import { BellOff, BellRing } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useLiveEvent } from '../api/live.ts'
import { useWords } from '../i18n/index.ts'
import { alertWords } from './alert-words.ts'
import { type AlertChoice, isAllowed, keepAlertChoice, mayNotify, notify, readAlertChoice } from './alerts.ts'
import { playChime, wakeChime } from './chime.ts'
import { useNames } from './names.ts'
import styles from './views-menu.module.css'

interface AlertsMenuProps {
  pathOf: (id: string) => string
  /** Whether the list as it is filtered would show this one. */
  isListed: (incident: IncidentSummary) => boolean
}

/** Tells of new incidents by a sound or a notification, as far as this person wants it in this browser. */
export function AlertsMenu({ pathOf, isListed }: AlertsMenuProps) {
  const t = useWords(alertWords)
  const navigate = useNavigate()
  const [choice, setChoice] = useState(readAlertChoice)
  const names = useNames()
  const [isBlocked, setBlocked] = useState(() => choice.desktop && !isAllowed())
  const [isSilenced, setSilenced] = useState(false)
  const isOn = choice.sound || choice.desktop
  useEffect(() => (choice.sound ? wakeChime() : undefined), [choice.sound])
  const sound = async () => setSilenced(!(await playChime()))
  // Others may see the screen, or hear it read aloud: no name, no address, none of the citizen's words.
  const show = ({ id, reference, category, districtId }: IncidentSummary) =>
    notify({
      id,
      title: t('title', { reference }),
      body: [names.category(category), names.district(districtId)].filter(Boolean).join(' · '),
      onOpen: () => navigate(pathOf(id)),
    })
  useLiveEvent('incident', incident => {
    if (incident.rev !== 1 || !isListed(incident)) return
    if (choice.sound) void sound()
    if (choice.desktop) setBlocked(!show(incident))
  })
  const choose = async (next: AlertChoice) => {
    const isRefused = next.desktop && !(await mayNotify())
    setBlocked(isRefused)
    const chosen = { ...next, desktop: next.desktop && !isRefused }
    keepAlertChoice(chosen)
    setChoice(chosen)
    if (chosen.sound && !choice.sound) void sound()
  }
  const isMute = choice.sound && isSilenced
  const label = isMute ? t('silenced') : t('alerts')
  const Icon = isMute || isBlocked ? BellOff : BellRing
  return (
    <Menu position="bottom-start" shadow="md" width={300} closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon
          variant={isOn ? 'light' : 'subtle'}
          color={isOn ? undefined : 'gray'}
          c={isOn ? undefined : 'var(--ink)'}
          size="max(36px, var(--target))"
          aria-label={label}
          title={label}
        >
          <Icon size={20} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('alerts')}</Menu.Label>
        <Menu.CheckboxItem checked={choice.sound} onChange={sound => void choose({ ...choice, sound })}>
          {t('sound')}
        </Menu.CheckboxItem>
        <Menu.CheckboxItem checked={choice.desktop} onChange={desktop => void choose({ ...choice, desktop })}>
          {t('desktop')}
        </Menu.CheckboxItem>
        <p className={styles.none} role="status">
          {isBlocked ? t('blocked') : t('scope')}
        </p>
      </Menu.Dropdown>
    </Menu>
  )
}
