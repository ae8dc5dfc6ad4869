import { ActionIcon, Menu } from '@mantine/core'
import type { IncidentSummary } from '@pregoner/shared'
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useLiveEvent } from '../api/live.ts'
import { useWords } from '../i18n/index.ts'
import { alertWords } from './alert-words.ts'
import { type AlertChoice, keepAlertChoice, mayNotify, notify, playSound, readAlertChoice } from './alerts.ts'
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
  const [isBlocked, setBlocked] = useState(false)
  const isOn = choice.sound || choice.desktop
  useLiveEvent('incident', incident => {
    if (incident.rev !== 1 || !isListed(incident)) return
    if (choice.sound) playSound()
    if (choice.desktop) notify(t('title'), incident, () => navigate(pathOf(incident.id)))
  })
  const choose = async (next: AlertChoice) => {
    const isRefused = next.desktop && !(await mayNotify())
    setBlocked(isRefused)
    const chosen = { ...next, desktop: next.desktop && !isRefused }
    keepAlertChoice(chosen)
    setChoice(chosen)
    if (chosen.sound && !choice.sound) playSound()
  }
  return (
    <Menu position="bottom-start" shadow="md" width={300} closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon
          variant={isOn ? 'light' : 'subtle'}
          color={isOn ? undefined : 'gray'}
          c={isOn ? undefined : 'var(--ink)'}
          size="max(36px, var(--target))"
          aria-label={t('alerts')}
          title={t('alerts')}
        >
          <BellRing size={20} aria-hidden="true" />
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
