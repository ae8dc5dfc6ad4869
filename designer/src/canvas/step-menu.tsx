import { Menu } from '@mantine/core'
import type { FlowNode } from '@pregoner/shared'
import {
  AlignStartVertical,
  ArrowRight,
  Frame,
  Link2,
  ListTree,
  PencilLine,
  Plus,
  Replace,
  Unlink,
  Workflow,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { disconnectExit } from '../editor/actions.ts'
import { frameSteps, selectFollowing } from '../editor/actions-arrange.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { edgeOf } from '../editor/edit-edges.ts'
import { exitsOf } from '../editor/exits.ts'
import { exitLabel, titleOf } from '../editor/labels.ts'
import { arrangingWords } from '../editor/words/arranging.ts'
import { retypingWords } from '../editor/words/retyping.ts'
import { useOpenedFlow } from '../flows/opened-flow.tsx'
import { goingWords } from '../flows/words/going.ts'
import { useWords } from '../i18n/index.ts'
import { CopyItems } from './copy-items.tsx'
import { ArrangeItems } from './selection-items.tsx'
import { canvasWords } from './words.ts'

const ICON = 16

/** What can be done with one exit. The first item of an open menu has the focus. */
export function ExitMenuItems({ node, exit, isFirst }: { node: FlowNode; exit: string; isFirst: boolean }) {
  const t = useWords(canvasWords)
  const editor = useEditor()
  const flow = useEditorState(state => state.flow)
  const language = useEditorState(state => state.language)
  const edge = edgeOf(flow, node.id, exit)
  const target = edge && flow.nodes.find(({ id }) => id === edge.to)
  const { choose, goTo } = editor.getState()

  return (
    <>
      {target && (
        <Menu.Item
          data-autofocus={isFirst || undefined}
          leftSection={<ArrowRight size={ICON} aria-hidden />}
          onClick={() => goTo(target.id)}
        >
          {t('goToTarget', { title: titleOf(target, language) })}
        </Menu.Item>
      )}
      <Menu.Item
        data-autofocus={(isFirst && !target) || undefined}
        leftSection={<Plus size={ICON} aria-hidden />}
        onClick={() => choose({ node: node.id, exit, mode: 'add' })}
      >
        {t(edge ? 'insert' : 'addNext')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Link2 size={ICON} aria-hidden />}
        onClick={() => choose({ node: node.id, exit, mode: 'connect' })}
      >
        {t(edge ? 'connectElsewhere' : 'connectTo')}
      </Menu.Item>
      {edge && (
        <Menu.Item leftSection={<Unlink size={ICON} aria-hidden />} onClick={() => disconnectExit(editor, node, exit)}>
          {t('disconnect')}
        </Menu.Item>
      )}
    </>
  )
}

/** What can be done with a whole step; a step with one exit offers that exit's items as well. */
export function StepMenuItems({ node, more }: { node: FlowNode; more?: ReactNode }) {
  const t = useWords(canvasWords)
  const arranging = useWords(arrangingWords)
  const going = useWords(goingWords)
  const retyping = useWords(retypingWords)
  const editor = useEditor()
  const selected = useEditorState(state => state.selection.nodes)
  const language = useEditorState(state => state.language)
  const { flowOf, openFlowOf } = useOpenedFlow()
  const opened = flowOf(node)
  const exits = exitsOf(node)
  const [only, ...others] = exits
  const { goTo, choose, setRetyping } = editor.getState()
  if (selected.length > 1 && selected.includes(node.id)) return <SeveralMenuItems ids={selected} />

  return (
    <>
      <Menu.Item data-autofocus leftSection={<PencilLine size={ICON} aria-hidden />} onClick={() => goTo(node.id, '')}>
        {t('edit')}
      </Menu.Item>
      {opened && (
        <Menu.Item leftSection={<Workflow size={ICON} aria-hidden />} onClick={() => openFlowOf(node)}>
          {going('openFlow', { name: opened.name })}
        </Menu.Item>
      )}
      {only && others.length === 0 && <ExitMenuItems node={node} exit={only.id} isFirst={false} />}
      {exits.length > 1 && (
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<Plus size={ICON} aria-hidden />}>{t('addNext')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {exits.map(exit => (
              <Menu.Item key={exit.id} onClick={() => choose({ node: node.id, exit: exit.id, mode: 'add' })}>
                {exitLabel(node, exit.id, language)}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      )}
      {more}
      <Menu.Item leftSection={<Replace size={ICON} aria-hidden />} onClick={() => setRetyping(node.id)}>
        {retyping('change')}
      </Menu.Item>
      {exits.length > 0 && (
        <Menu.Item leftSection={<ListTree size={ICON} aria-hidden />} onClick={() => selectFollowing(editor, node.id)}>
          {arranging('selectFollowing')}
        </Menu.Item>
      )}
      <Menu.Divider />
      <CopyItems ids={[node.id]} />
    </>
  )
}

/** What can be done with several steps at once. */
function SeveralMenuItems({ ids }: { ids: readonly string[] }) {
  const t = useWords(arrangingWords)
  const editor = useEditor()
  return (
    <>
      <Menu.Label>{t('chosen', { count: ids.length })}</Menu.Label>
      <Menu.Sub>
        <Menu.Sub.Target>
          <Menu.Sub.Item data-autofocus leftSection={<AlignStartVertical size={ICON} aria-hidden />}>
            {t('arrange')}
          </Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          <ArrangeItems ids={ids} />
        </Menu.Sub.Dropdown>
      </Menu.Sub>
      <Menu.Item leftSection={<Frame size={ICON} aria-hidden />} onClick={() => frameSteps(editor, ids)}>
        {t('frame')}
      </Menu.Item>
      <Menu.Divider />
      <CopyItems ids={ids} />
    </>
  )
}
