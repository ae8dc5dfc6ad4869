import { ActionIcon, Select } from '@mantine/core'
import { type Flow, languageNames, type TownData } from '@pregoner/shared'
import { RotateCcw, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/index.ts'
import { ClockMenu } from './clock-menu.tsx'
import styles from './simulator.module.css'
import type { Player } from './use-simulation.ts'
import { simulatorWords } from './words.ts'

const UNKNOWN = 'unknown'

interface ToolbarProps {
  player: Player
  flow: Flow
  town: TownData
  /** More that can be done with the run. */
  children: ReactNode
  onClose: () => void
}

/** Who writes, what time it is, back and again. */
export function Toolbar({ player, flow, town, children, onClose }: ToolbarProps) {
  const t = useWords(simulatorWords)
  const { simulation, setup, acts } = player
  const hasActs = acts.length > 0
  const buttons = [
    { label: t('back'), Icon: Undo2, isOff: !hasActs, act: player.back },
    { label: t('restart'), Icon: RotateCcw, isOff: !hasActs, act: player.restart },
    { label: t('close'), Icon: X, isOff: false, act: onClose },
  ]
  return (
    <header className={styles.toolbar}>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>{t('title')}</h2>
        {children}
        {buttons.map(({ label, Icon, isOff, act }) => (
          <ActionIcon
            key={label}
            variant="subtle"
            color="gray"
            size="var(--target)"
            aria-label={label}
            title={label}
            disabled={isOff}
            onClick={act}
          >
            <Icon size={18} aria-hidden="true" />
          </ActionIcon>
        ))}
      </div>
      <div className={styles.settings}>
        <Select
          aria-label={t('contact')}
          data={[
            { value: UNKNOWN, label: t('contact_unknown') },
            ...flow.languages.map(code => ({ value: code, label: languageNames[code][0] })),
          ]}
          value={setup.language ?? UNKNOWN}
          allowDeselect={false}
          onChange={chosen => player.speak(flow.languages.find(code => code === chosen) ?? null)}
        />
        <ClockMenu
          key={simulation.now.toISOString()}
          now={simulation.now}
          timeZone={town.timeZone}
          dueAt={simulation.session.wait?.dueAt ?? null}
          onClock={to => player.play({ kind: 'clock', to: to.toISOString() })}
        />
      </div>
    </header>
  )
}
