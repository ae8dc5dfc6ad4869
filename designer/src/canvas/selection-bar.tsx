import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { AlignStartVertical, Copy, CopyPlus, Frame, type LucideIcon, Trash2, X } from 'lucide-react'
import { copyChosen } from '../clipboard/copy-chosen.ts'
import { duplicateNodes, remove } from '../editor/actions.ts'
import { frameSteps } from '../editor/actions-arrange.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { nothingSelected } from '../editor/edit-selection.ts'
import { arrangingWords } from '../editor/words/arranging.ts'
import { clipboardWords } from '../editor/words/clipboard.ts'
import { useWords } from '../i18n/index.ts'
import styles from './selection-bar.module.css'
import { ArrangeItems } from './selection-items.tsx'
import { canvasWords } from './words.ts'

const ICON = 18

/** What can be done with several chosen steps; floats over the drawing as long as they are chosen. */
export function SelectionBar() {
  const t = useWords(arrangingWords)
  const steps = useWords(canvasWords)
  const clip = useWords(clipboardWords)
  const editor = useEditor()
  const selection = useEditorState(state => state.selection)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const { nodes } = selection
  if (nodes.length < 2) return null

  const buttons: { label: string; Icon: LucideIcon; run(): void }[] = [
    { label: t('frame'), Icon: Frame, run: () => frameSteps(editor, nodes) },
    { label: clip('copy'), Icon: Copy, run: () => copyChosen(editor, nodes, 'copy') },
    { label: steps('duplicate'), Icon: CopyPlus, run: () => duplicateNodes(editor, nodes) },
    { label: steps('remove'), Icon: Trash2, run: () => remove(editor, selection) },
  ]
  return (
    <section
      className={styles.bar}
      data-over-drawing
      data-selected-steps
      aria-label={t('chosen', { count: nodes.length })}
    >
      <span className={styles.count}>
        <span className={styles.words}>{t('chosen', { count: nodes.length })}</span>
        <span className={styles.number} aria-hidden>
          {nodes.length}
        </span>
      </span>
      {!isReadOnly && (
        <>
          <Menu position="bottom" shadow="md" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('arrange')} title={t('arrange')}>
                <AlignStartVertical size={ICON} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <ArrangeItems ids={nodes} />
            </Menu.Dropdown>
          </Menu>
          {buttons.map(({ label, Icon, run }) => (
            <Tooltip key={label} label={label}>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={run}>
                <Icon size={ICON} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
        </>
      )}
      <Tooltip label={t('letGo')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('letGo')}
          onClick={() => editor.getState().select(nothingSelected)}
        >
          <X size={ICON} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </section>
  )
}
