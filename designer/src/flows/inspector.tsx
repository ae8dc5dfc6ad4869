import { ActionIcon, Button, CloseButton, Drawer, TextInput } from '@mantine/core'
import { type FlowNode, flowNode, nodeDefinition, type TownData } from '@pregoner/shared'
import { ArrowLeft, ArrowRight, CircleHelp, Trash2 } from 'lucide-react'
import { memo, useRef } from 'react'
import { StepIcon } from '../canvas/step-icon.tsx'
import { InNumbers } from '../counts/in-numbers.tsx'
import { NotUnderstoodHere } from '../counts/not-understood-here.tsx'
import { remove } from '../editor/actions.ts'
import { changedField } from '../editor/changed-field.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { changeConfig, renameNode } from '../editor/edit-nodes.ts'
import { isEmptySelection, nothingSelected } from '../editor/edit-selection.ts'
import { Editable } from '../editor/editable.tsx'
import { exitsOf } from '../editor/exits.ts'
import { familyOf, kindOf } from '../editor/labels.ts'
import { SideBySideButton, useSideBySide } from '../fields/index.ts'
import { StepHelp } from '../guide/step-help.tsx'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import styles from './inspector.module.css'
import { useOpenedFlow } from './opened-flow.tsx'
import { useFieldFocus } from './use-field-focus.ts'
import { editingWords } from './words/editing.ts'
import { goingWords } from './words/going.ts'

const MAX_NAME_CHARS = 120

/** What is selected and how it is set; beside the drawing, or over it on a phone. */
export const Inspector = memo(function Inspector({ town, isNarrow }: { town: TownData; isNarrow: boolean }) {
  const t = useWords(editingWords)
  const editor = useEditor()
  const selection = useEditorState(state => state.selection)
  const [only] = selection.nodes
  const node = useEditorState(state =>
    selection.nodes.length === 1 ? state.flow.nodes.find(({ id }) => id === only) : undefined,
  )
  const isDrawerWanted = useEditorState(state => state.goingTo?.field !== null && state.goingTo?.node === only)
  const close = () => {
    const { select, goTo } = editor.getState()
    select(nothingSelected)
    if (only) {
      goTo(only) // gives the focus back to where the step is drawn
      select(nothingSelected)
    }
  }
  const isSideBySide = useSideBySide(state => state.isOn)
  const content = node ? (
    <StepForm key={node.id} node={node} town={town} isNarrow={isNarrow} onClose={close} />
  ) : (
    <ChosenLines />
  )

  if (isNarrow) {
    return (
      <Drawer.Root
        opened={node !== undefined && isDrawerWanted}
        onClose={close}
        position="bottom"
        size="100%"
        padding={0}
        classNames={{ body: styles.drawer ?? '' }}
      >
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('inspector')}>
          <Drawer.Body>{content}</Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    )
  }
  if (isEmptySelection(selection) || selection.nodes.length > 1) return null
  return (
    <aside className={styles.inspector} aria-label={t('inspector')} data-side-by-side={isSideBySide || undefined}>
      {content}
    </aside>
  )
})

/** One line, or several. What can be done with several steps is offered over the drawing. */
function ChosenLines() {
  const t = useWords(editingWords)
  const editor = useEditor()
  const selection = useEditorState(state => state.selection)
  return (
    <div className={styles.several}>
      <p>{t('oneEdge')}</p>
      <Button
        variant="default"
        leftSection={<Trash2 size={16} aria-hidden />}
        onClick={() => remove(editor, selection)}
      >
        {t('removeEdge')}
      </Button>
    </div>
  )
}

interface StepFormProps {
  node: FlowNode
  town: TownData
  isNarrow: boolean
  onClose(): void
}

function StepForm({ node, town, isNarrow, onClose }: StepFormProps) {
  const t = useWords(editingWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const body = useRef<HTMLDivElement>(null)
  const view = nodeView(node.type)
  const parsed = nodeDefinition(node.type)?.config.safeParse(node.config)
  const languages = [flow.defaultLanguage, ...flow.languages.filter(language => language !== flow.defaultLanguage)]
  useFieldFocus(body, node.id)

  const change = (next: unknown) => {
    const config = flowNode.shape.config.parse(next)
    const exits = exitsOf({ ...node, config }).map(({ id }) => id)
    const field = changedField(node.config, config)
    const key = field === null ? undefined : `config:${node.id}:${field}`
    editor.getState().run('change', drawing => changeConfig(drawing, node.id, config, exits), key)
  }

  return (
    <>
      <header className={styles.head}>
        {isNarrow && (
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('close')} onClick={onClose}>
            <ArrowLeft size={20} aria-hidden />
          </ActionIcon>
        )}
        <StepIcon Icon={view?.Icon ?? CircleHelp} family={familyOf(node.type)} size={18} />
        <h2 className={styles.kind}>{kindOf(node.type)}</h2>
        {flow.languages.length > 1 && !isNarrow && <SideBySideButton />}
        {!isNarrow && <CloseButton aria-label={t('close')} onClick={onClose} />}
      </header>
      <div ref={body} className={styles.body} tabIndex={-1}>
        <StepHelp node={node} />
        <Editable>
          <TextInput
            label={t('stepName')}
            description={t('stepNameHint')}
            placeholder={kindOf(node.type)}
            maxLength={MAX_NAME_CHARS}
            value={node.name ?? ''}
            onChange={event => {
              const name = event.currentTarget.value
              editor.getState().run('rename', drawing => renameNode(drawing, node.id, name), `name:${node.id}`)
            }}
          />
          <div data-form>
            {view ? (
              <view.Form
                config={parsed?.success ? parsed.data : node.config}
                onChange={change}
                languages={languages}
                town={town}
                flow={flow}
                node={node.id}
              />
            ) : (
              <p className={styles.hint}>{t('gone')}</p>
            )}
          </div>
        </Editable>
        <OpenFlowButton node={node} />
        <InNumbers node={node} />
        <NotUnderstoodHere node={node} town={town} />
        <Button
          className={styles.remove}
          disabled={isReadOnly}
          variant="subtle"
          color="red"
          leftSection={<Trash2 size={16} aria-hidden />}
          onClick={() => {
            onClose()
            remove(editor, { nodes: [node.id], edges: [] })
          }}
        >
          {t('removeStep')}
        </Button>
      </div>
    </>
  )
}

/** Leads into the flow a step runs. */
function OpenFlowButton({ node }: { node: FlowNode }) {
  const t = useWords(goingWords)
  const { flowOf, openFlowOf } = useOpenedFlow()
  const flow = flowOf(node)
  if (!flow) return null
  return (
    <Button
      variant="default"
      className={styles.open}
      rightSection={<ArrowRight size={16} aria-hidden />}
      onClick={() => openFlowOf(node)}
    >
      {t('openFlow', { name: flow.name })}
    </Button>
  )
}
