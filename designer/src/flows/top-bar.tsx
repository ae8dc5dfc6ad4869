import { ActionIcon, Button, Select, Tooltip } from '@mantine/core'
import { Search, Smartphone, Upload } from 'lucide-react'
import { useTownKey } from '../api/town.ts'
import { CountsMenu } from '../counts/counts-menu.tsx'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { People } from '../presence/people.tsx'
import type { Together } from '../presence/together.ts'
import type { Published } from '../publishing/use-published.ts'
import { useSearch } from '../search/search-store.ts'
import { searchWords } from '../search/words.ts'
import { TestsChip } from '../tests/tests-chip.tsx'
import { BarMenu } from './bar-menu.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import type { Opened } from './flow-desk.tsx'
import { FlowName } from './flow-name.tsx'
import styles from './top-bar.module.css'
import { UndoButtons } from './undo-buttons.tsx'
import { useCardLanguage } from './use-card-language.ts'
import { useNarrow } from './use-narrow.ts'
import { type FlowView, ViewSwitch } from './view-switch.tsx'
import { editingWords } from './words/editing.ts'

interface TopBarProps {
  together: Together
  published: Published
  view: FlowView
  onView(view: FlowView): void
  isSimulating: boolean
  onSimulate(isOn: boolean): void
  onOpen(opened: Opened): void
}

/** Name and state of the flow, undo, what is shown and how, the simulator, publishing; two lines on a phone. */
export function TopBar({ together, published, view, onView, isSimulating, onSimulate, onOpen }: TopBarProps) {
  const townKey = useTownKey()
  const isNarrow = useNarrow()
  const name = (
    <>
      <Breadcrumb />
      <FlowName saveState={together.saveState} published={published} />
    </>
  )
  const views = <ViewSwitch view={view} onView={onView} isNarrow={isNarrow} />
  const counts = <CountsMenu townKey={townKey} isPublished={published.version !== null} />
  const people = <People together={together} />
  const menu = <BarMenu onOpen={onOpen} isNarrow={isNarrow} />
  const deeds = (
    <>
      <SimulatorButton isSimulating={isSimulating} onSimulate={onSimulate} />
      <PublishButton onOpen={onOpen} />
    </>
  )

  if (isNarrow) {
    return (
      <div className={styles.bar}>
        <div className={styles.line}>
          {name}
          {people}
          <TestsChip />
          {counts}
          {menu}
        </div>
        <div className={styles.line}>
          <UndoButtons />
          {views}
          <span className={styles.spring} />
          {deeds}
        </div>
      </div>
    )
  }
  return (
    <div className={`${styles.bar} ${styles.line}`}>
      {name}
      <UndoButtons />
      <FindButton />
      {views}
      <CardLanguage />
      {counts}
      <span className={styles.spring} />
      {people}
      {menu}
      <TestsChip />
      {deeds}
    </div>
  )
}

function FindButton() {
  const search = useWords(searchWords)
  const openSearch = useSearch(state => state.open)
  return (
    <Tooltip label={`${search('goTo')} (Ctrl K)`}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={search('goTo')} onClick={() => openSearch('go')}>
        <Search size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function CardLanguage() {
  const t = useWords(editingWords)
  const nameOf = useWords(languageWords)
  const { languages, language, choose } = useCardLanguage()
  if (languages.length < 2) return null
  return (
    <Select
      size="xs"
      w={108}
      aria-label={t('language')}
      value={language}
      allowDeselect={false}
      data={languages.map(code => ({ value: code, label: nameOf(code) }))}
      onChange={choose}
    />
  )
}

function SimulatorButton({ isSimulating, onSimulate }: Pick<TopBarProps, 'isSimulating' | 'onSimulate'>) {
  const t = useWords(editingWords)
  return (
    <Button
      size="sm"
      variant={isSimulating ? 'light' : 'default'}
      aria-pressed={isSimulating}
      aria-label={t('simulator')}
      title={t('simulator')}
      data-guide="simulator"
      className={styles.deed}
      onClick={() => onSimulate(!isSimulating)}
    >
      <Smartphone size={16} aria-hidden />
      <span className={styles.label}>{t('simulator')}</span>
    </Button>
  )
}

/** The first action of the bar: it keeps its word wherever there is room for one. */
function PublishButton({ onOpen }: Pick<TopBarProps, 'onOpen'>) {
  const t = useWords(editingWords)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const why = useEditorState(state => state.whyReadOnly)
  return (
    <Button
      size="sm"
      aria-label={t('publish')}
      data-guide="publish"
      className={styles.deed}
      disabled={isReadOnly}
      title={why || t('publish')}
      onClick={() => onOpen('publish')}
    >
      <Upload size={16} aria-hidden />
      <span className={`${styles.label} ${styles.first}`}>{t('publish')}</span>
    </Button>
  )
}
