import { ActionIcon, Button, Menu, SegmentedControl, Select, Tooltip } from '@mantine/core'
import { Ellipsis, History, Redo2, Replace, Search, Settings2, Smartphone, Undo2, Upload } from 'lucide-react'
import { useTownKey } from '../api/town.ts'
import { PasteItem } from '../canvas/copy-items.tsx'
import { CountsMenu } from '../counts/counts-menu.tsx'
import { doAgain, takeBack } from '../editor/actions.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { editorWords } from '../editor/words.ts'
import { FileItems } from '../files/file-items.tsx'
import { GuideItems } from '../guide/guide-items.tsx'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { People } from '../presence/people.tsx'
import type { Together } from '../presence/together.ts'
import type { Published } from '../publishing/use-published.ts'
import { ScriptItem } from '../script/script-item.tsx'
import { useSearch } from '../search/search-store.ts'
import { searchWords } from '../search/words.ts'
import { TestsChip } from '../tests/tests-chip.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import type { Opened } from './flow-desk.tsx'
import { FlowName } from './flow-name.tsx'
import styles from './top-bar.module.css'
import { editingWords } from './words/editing.ts'

export const flowViews = ['canvas', 'outline', 'texts'] as const
export type FlowView = (typeof flowViews)[number]

interface TopBarProps {
  together: Together
  published: Published
  view: FlowView
  onView(view: FlowView): void
  isSimulating: boolean
  onSimulate(isOn: boolean): void
  onOpen(opened: Opened): void
}

const ICON = 18

/** Name and state of the flow, undo, what is shown and how, the simulator, publishing. */
export function TopBar(props: TopBarProps) {
  const { together, published, view, onView, isSimulating, onSimulate, onOpen } = props
  const t = useWords(editingWords)
  const townKey = useTownKey()
  const search = useWords(searchWords)
  const openSearch = useSearch(state => state.open)
  const nameOf = useWords(languageWords)
  const editor = useEditor()
  const languages = useEditorState(state => state.flow.languages)
  const language = useEditorState(state => state.language)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const why = useEditorState(state => state.whyReadOnly)

  return (
    <div className={styles.bar}>
      <Breadcrumb />
      <FlowName saveState={together.saveState} published={published} />
      <UndoButtons />
      <div className={styles.wide}>
        <Tooltip label={`${search('goTo')} (Ctrl K)`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={search('goTo')}
            onClick={() => openSearch('go')}
          >
            <Search size={ICON} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <SegmentedControl
        size="xs"
        aria-label={t('view')}
        value={view}
        onChange={value => onView(flowViews.find(known => known === value) ?? 'canvas')}
        data={flowViews.map(known => ({ value: known, label: t(known) }))}
      />
      <div className={styles.wide}>
        {languages.length > 1 && (
          <Select
            size="xs"
            w={108}
            aria-label={t('language')}
            value={language}
            allowDeselect={false}
            data={languages.map(code => ({ value: code, label: nameOf(code) }))}
            onChange={value => {
              const chosen = languages.find(code => code === value)
              if (chosen) editor.getState().setLanguage(chosen)
            }}
          />
        )}
      </div>
      <CountsMenu townKey={townKey} isPublished={published.version !== null} />
      <span className={styles.spring} />
      <People together={together} />
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('more')}>
            <Ellipsis size={ICON} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Search size={16} aria-hidden />} onClick={() => openSearch('go')}>
            {search('goTo')}
          </Menu.Item>
          <Menu.Item leftSection={<Replace size={16} aria-hidden />} onClick={() => openSearch('replace')}>
            {search('replaceTab')}
          </Menu.Item>
          <PasteItem words="pasteSteps" />
          <Menu.Item leftSection={<History size={16} aria-hidden />} onClick={() => onOpen('history')}>
            {t('history')}
          </Menu.Item>
          <ScriptItem />
          <FileItems />
          <Menu.Item leftSection={<Settings2 size={16} aria-hidden />} onClick={() => onOpen('settings')}>
            {t('settings')}
          </Menu.Item>
          <GuideItems />
        </Menu.Dropdown>
      </Menu>
      <TestsChip />
      <Button
        size="sm"
        variant={isSimulating ? 'light' : 'default'}
        aria-pressed={isSimulating}
        aria-label={t('simulator')}
        data-guide="simulator"
        onClick={() => onSimulate(!isSimulating)}
      >
        <Smartphone size={16} aria-hidden />
        <span className={styles.label}>{t('simulator')}</span>
      </Button>
      <Button
        size="sm"
        aria-label={t('publish')}
        data-guide="publish"
        disabled={isReadOnly}
        title={why || undefined}
        onClick={() => onOpen('publish')}
      >
        <Upload size={16} aria-hidden />
        <span className={styles.label}>{t('publish')}</span>
      </Button>
    </div>
  )
}

function UndoButtons() {
  const t = useWords(editingWords)
  const commands = useWords(editorWords)
  const editor = useEditor()
  const past = useEditorState(state => state.history.past.at(-1)?.name)
  const future = useEditorState(state => state.history.future.at(-1)?.name)
  const undoLabel = past ? t('undoWhat', { command: commands(`command.${past}`) }) : t('undo')
  const redoLabel = future ? t('redoWhat', { command: commands(`command.${future}`) }) : t('redo')
  return (
    <div className={styles.undo}>
      <Tooltip label={undoLabel}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={undoLabel}
          aria-disabled={!past}
          data-disabled={!past || undefined}
          onClick={() => takeBack(editor)}
        >
          <Undo2 size={ICON} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoLabel}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={redoLabel}
          aria-disabled={!future}
          data-disabled={!future || undefined}
          onClick={() => doAgain(editor)}
        >
          <Redo2 size={ICON} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
