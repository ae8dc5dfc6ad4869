import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { Check, Moon, Sun, SunMoon } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { frameWords } from './words.ts'

const schemes = ['light', 'dark', 'auto'] as const
const icons = { light: Sun, dark: Moon, auto: SunMoon }

/** Light, dark, or as the device says. */
export function SchemeMenu() {
  const t = useWords(frameWords)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Icon = icons[colorScheme]
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="max(36px, var(--target))"
          aria-label={t('scheme', { scheme: t(colorScheme) })}
        >
          <Icon size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(scheme => {
          const SchemeIcon = icons[scheme]
          return (
            <Menu.Item
              key={scheme}
              role="menuitemradio"
              aria-checked={scheme === colorScheme}
              leftSection={<SchemeIcon size={16} aria-hidden="true" />}
              rightSection={scheme === colorScheme ? <Check size={16} aria-hidden="true" /> : null}
              onClick={() => setColorScheme(scheme)}
            >
              {t(scheme)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
