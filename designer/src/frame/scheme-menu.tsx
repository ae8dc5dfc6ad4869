import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { Moon, Sun, SunMoon } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './header.module.css'
import { frameWords } from './words.ts'

const schemes = ['light', 'dark', 'auto'] as const
const icons = { light: Sun, dark: Moon, auto: SunMoon }

/** Light, dark, or as the device says. */
export function SchemeMenu() {
  const t = useWords(frameWords)
  const { colorScheme } = useMantineColorScheme()
  const Icon = icons[colorScheme]
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="max(36px, var(--target))"
          className={styles.roomyOnly ?? ''}
          aria-label={t('scheme', { scheme: t(colorScheme) })}
        >
          <Icon size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <SchemeItems />
      </Menu.Dropdown>
    </Menu>
  )
}

/** The three choices, for this menu and, where there is no room for it, for the person's. */
export function SchemeItems() {
  const t = useWords(frameWords)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu.RadioGroup
      value={colorScheme}
      onChange={chosen => setColorScheme(schemes.find(scheme => scheme === chosen) ?? 'auto')}
    >
      {schemes.map(scheme => {
        const SchemeIcon = icons[scheme]
        return (
          <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
            <span className={styles.choice}>
              <SchemeIcon size={16} aria-hidden="true" />
              {t(scheme)}
            </span>
          </Menu.RadioItem>
        )
      })}
    </Menu.RadioGroup>
  )
}
