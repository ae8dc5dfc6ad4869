import { Button, Checkbox, Popover, SegmentedControl, TextInput } from '@mantine/core'
import type { Language } from '@pregoner/shared'
import { Languages, Search } from 'lucide-react'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { Exchange } from './exchange-menu.tsx'
import type { Row } from './rows.ts'
import { countOf, type Filter, filters, type Look } from './shown-rows.ts'
import styles from './texts.module.css'
import { translationWords } from './words.ts'

interface ToolbarProps {
  look: Look
  rows: readonly Row[]
  all: readonly Language[]
  publishedVersion: number | null
  search: string
  onSearch(text: string): void
  onFilter(filter: Filter): void
  onLanguages(languages: readonly Language[]): void
}

/** Which texts and languages are shown, and the files that go out and come in. */
export function Toolbar(props: ToolbarProps) {
  const { look, rows, all, publishedVersion, search, onSearch, onFilter } = props
  const t = useWords(translationWords)
  const { number } = useFormats()
  const offered = filters.filter(filter => filter !== 'changed' || publishedVersion !== null)
  return (
    <div className={styles.toolbar}>
      <SegmentedControl
        size="xs"
        aria-label={t('show')}
        value={look.filter}
        onChange={value => onFilter(filters.find(filter => filter === value) ?? 'all')}
        data={offered.map(filter => ({
          value: filter,
          label: (
            <span title={filter === 'changed' ? t('changed_hint', { version: publishedVersion ?? 0 }) : undefined}>
              {t(filter)} <span className={styles.count}>{number(countOf(rows, filter, look))}</span>
            </span>
          ),
        }))}
      />
      <TextInput
        className={styles.search}
        size="xs"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<Search size={14} aria-hidden="true" />}
        value={search}
        onChange={event => onSearch(event.currentTarget.value)}
      />
      <span className={styles.spring} />
      {all.length > 2 && <LanguageChoice {...props} />}
      <Exchange look={look} rows={rows} all={all} />
    </div>
  )
}

function LanguageChoice({ look, all, onLanguages }: ToolbarProps) {
  const t = useWords(translationWords)
  const nameOf = useWords(languageWords)
  const { languages } = look
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<Languages size={14} aria-hidden="true" />}>
          {t('languages')} <span className={styles.count}>{languages.length}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label={t('languages_hint')}
          value={[...languages]}
          onChange={values => onLanguages(all.filter(language => values.includes(language)))}
        >
          <div className={styles.languageChoice}>
            {all.map(language => (
              <Checkbox
                key={language}
                value={language}
                label={nameOf(language)}
                disabled={languages.length === 1 && languages.includes(language)}
              />
            ))}
          </div>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}
