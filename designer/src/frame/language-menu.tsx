import { Button, Menu } from '@mantine/core'
import { interfaceLanguages } from '@pregoner/shared'
import { Check, Languages } from 'lucide-react'
import { useLanguage, useWords } from '../i18n/index.ts'
import { ownNames } from '../i18n/own-names.ts'
import styles from './frame.module.css'
import { frameWords } from './words.ts'

/** Chooses the language of the screens; each is shown by its own name. */
export function LanguageMenu() {
  const t = useWords(frameWords)
  const [language, choose] = useLanguage()
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink)"
          px="xs"
          leftSection={<Languages size={18} aria-hidden="true" />}
        >
          <span className="visually-hidden">
            {t('language')}: {ownNames[language]}
          </span>
          <span className={styles.wideOnly} aria-hidden="true">
            {ownNames[language]}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {interfaceLanguages.map(code => (
          <Menu.Item
            key={code}
            lang={code}
            role="menuitemradio"
            aria-checked={code === language}
            rightSection={code === language ? <Check size={16} aria-hidden="true" /> : null}
            onClick={() => choose(code)}
          >
            {ownNames[code]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
