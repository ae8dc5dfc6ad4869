import { Button, Menu } from '@mantine/core'
import { interfaceLanguages } from '@pregoner/shared'
import { Languages } from 'lucide-react'
import { useLanguage, useWords } from '../i18n/index.ts'
import { ownNames } from '../i18n/own-names.ts'
import styles from './header.module.css'
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
          classNames={{ section: styles.languageIcon ?? '' }}
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
        <Menu.RadioGroup
          value={language}
          onChange={chosen => choose(interfaceLanguages.find(code => code === chosen) ?? language)}
        >
          {interfaceLanguages.map(code => (
            <Menu.RadioItem key={code} value={code} lang={code} closeMenuOnClick>
              {ownNames[code]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
