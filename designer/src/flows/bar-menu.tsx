import { ActionIcon, Menu } from '@mantine/core'
import { Ellipsis, History, Replace, Search, Settings2 } from 'lucide-react'
import { PasteItem } from '../canvas/copy-items.tsx'
import { FileItems } from '../files/file-items.tsx'
import { GuideItems } from '../guide/guide-items.tsx'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { ScriptItem } from '../script/script-item.tsx'
import { useSearch } from '../search/search-store.ts'
import { searchWords } from '../search/words.ts'
import type { Opened } from './flow-desk.tsx'
import { useCardLanguage } from './use-card-language.ts'
import { editingWords } from './words/editing.ts'

const ICON = 16

interface BarMenuProps {
  onOpen(opened: Opened): void
  /** On a phone, what has no place of its own in the bar is here. */
  isNarrow: boolean
}

/** The further actions of an open flow. */
export function BarMenu({ onOpen, isNarrow }: BarMenuProps) {
  const t = useWords(editingWords)
  const search = useWords(searchWords)
  const openSearch = useSearch(state => state.open)
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('more')}>
          <Ellipsis size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah="calc(100dvh - 80px)" style={{ overflowY: 'auto' }}>
        {isNarrow && <LanguageItems />}
        <Menu.Item leftSection={<Search size={ICON} aria-hidden />} onClick={() => openSearch('go')}>
          {search('goTo')}
        </Menu.Item>
        <Menu.Item leftSection={<Replace size={ICON} aria-hidden />} onClick={() => openSearch('replace')}>
          {search('replaceTab')}
        </Menu.Item>
        <PasteItem words="pasteSteps" />
        <Menu.Item leftSection={<History size={ICON} aria-hidden />} onClick={() => onOpen('history')}>
          {t('history')}
        </Menu.Item>
        <ScriptItem />
        <FileItems />
        <Menu.Item leftSection={<Settings2 size={ICON} aria-hidden />} onClick={() => onOpen('settings')}>
          {t('settings')}
        </Menu.Item>
        <GuideItems />
      </Menu.Dropdown>
    </Menu>
  )
}

/** In which of the flow's languages its texts are shown. */
function LanguageItems() {
  const t = useWords(editingWords)
  const nameOf = useWords(languageWords)
  const { languages, language, choose } = useCardLanguage()
  if (languages.length < 2) return null
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      <Menu.RadioGroup value={language} onChange={choose}>
        {languages.map(code => (
          <Menu.RadioItem key={code} value={code}>
            {nameOf(code)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
    </>
  )
}
