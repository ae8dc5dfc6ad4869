import { ActionIcon, Tooltip } from '@mantine/core'
import { Columns2 } from 'lucide-react'
import { create } from 'zustand'
import { useWords } from '../i18n/index.ts'
import { fieldWords } from './words.ts'

const STORED_AS = 'pregoner.side-by-side'

function stored(): boolean {
  try {
    return localStorage.getItem(STORED_AS) === 'yes'
  } catch {
    return false
  }
}

interface SideBySide {
  isOn: boolean
  turn(isOn: boolean): void
}

/** Whether the forms are wide enough for the languages to stand side by side; remembered in this browser. */
export const useSideBySide = create<SideBySide>()(set => ({
  isOn: stored(),
  turn(isOn) {
    try {
      localStorage.setItem(STORED_AS, isOn ? 'yes' : 'no')
    } catch {
      // not remembered, but turned
    }
    set({ isOn })
  },
}))

/** Puts the languages of a form side by side, or one under the other. */
export function SideBySideButton() {
  const t = useWords(fieldWords)
  const { isOn, turn } = useSideBySide()
  return (
    <Tooltip label={t('sideBySide')}>
      <ActionIcon
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? undefined : 'gray'}
        size="var(--target)"
        aria-label={t('sideBySide')}
        aria-pressed={isOn}
        onClick={() => turn(!isOn)}
      >
        <Columns2 size={18} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  )
}
