import { Menu } from '@mantine/core'
import { describeProblem, type FlowNode, fixWords } from '@pregoner/shared'
import { ArrowDown, ArrowUp, CircleAlert, CornerLeftUp, Frame, SquareArrowOutUpRight, Wrench } from 'lucide-react'
import { useFix } from '../check/use-fix.ts'
import { reorder } from '../editor/actions.ts'
import { areasAround, areasOf, putIntoArea, takeOutOfArea } from '../editor/actions-area.ts'
import { frameSteps } from '../editor/actions-arrange.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { isDecoration } from '../editor/exits.ts'
import { exitLabel, titleOf } from '../editor/labels.ts'
import { areaWords } from '../editor/words/areas.ts'
import { arrangingWords } from '../editor/words/arranging.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { outlineWords } from './words.ts'

const ICON = 16
const LIST = { mah: 320, maw: 360, style: { overflowY: 'auto' } } as const

/** What the drawing shows or does by its places, as entries of a line's menu. */
export function LineItems({ node }: { node: FlowNode }) {
  const t = useWords(outlineWords)
  const arranging = useWords(arrangingWords)
  const editor = useEditor()
  return (
    <>
      {!isDecoration(node) && (
        <>
          <Menu.Item
            leftSection={<ArrowUp size={ICON} aria-hidden />}
            onClick={() => reorder(editor, node.id, 'earlier')}
          >
            {t('moveEarlier')}
          </Menu.Item>
          <Menu.Item
            leftSection={<ArrowDown size={ICON} aria-hidden />}
            onClick={() => reorder(editor, node.id, 'later')}
          >
            {t('moveLater')}
          </Menu.Item>
          <ComingItems node={node} />
          <ProblemItems node={node} />
          <Menu.Item leftSection={<Frame size={ICON} aria-hidden />} onClick={() => frameSteps(editor, [node.id])}>
            {arranging('frame')}
          </Menu.Item>
        </>
      )}
      <AreaItems node={node} />
    </>
  )
}

/** The ways that lead to the step. */
function ComingItems({ node }: { node: FlowNode }) {
  const t = useWords(outlineWords)
  const editor = useEditor()
  const language = useEditorState(state => state.language)
  const flow = useEditorState(state => state.flow)
  const ways = flow.edges.flatMap(({ id, from, exit, to }) => {
    const source = to === node.id ? flow.nodes.find(step => step.id === from) : undefined
    return source ? [{ id, source, words: `${titleOf(source, language)}: ${exitLabel(source, exit, language)}` }] : []
  })
  if (ways.length === 0) return null
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<CornerLeftUp size={ICON} aria-hidden />}>{t('comesFrom')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown {...LIST}>
        {ways.map(({ id, source, words }) => (
          <Menu.Item key={id} onClick={() => editor.getState().goTo(source.id)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}

/** What is wrong with the step: each leads to its field, and what can be mended at once is. */
function ProblemItems({ node }: { node: FlowNode }) {
  const t = useWords(outlineWords)
  const [language] = useLanguage()
  const editor = useEditor()
  const fix = useFix()
  const problems = useEditorState(state => state.problems.all).filter(problem => problem.node === node.id)
  if (problems.length === 0) return null
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<CircleAlert size={ICON} aria-hidden />}>
          {t('problems', { count: problems.length })}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown {...LIST}>
        {problems.map(problem => {
          const mended = fixWords(problem, language)
          const key = JSON.stringify([problem.code, problem.field, problem.values])
          return [
            <Menu.Item key={key} onClick={() => editor.getState().goTo(node.id, problem.field)}>
              {describeProblem(problem, language)}
            </Menu.Item>,
            mended !== '' && (
              <Menu.Item
                key={`${key} fix`}
                leftSection={<Wrench size={ICON} aria-hidden />}
                onClick={() => fix(problem)}
              >
                {mended}
              </Menu.Item>
            ),
          ]
        })}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}

/** Going into an area drawn around steps, and out of it. */
function AreaItems({ node }: { node: FlowNode }) {
  const t = useWords(areaWords)
  const editor = useEditor()
  const language = useEditorState(state => state.language)
  const flow = useEditorState(state => state.flow)
  const around = areasAround(flow, node)
  const others = areasOf(flow).filter(area => area !== node && !around.includes(area))
  return (
    <>
      {around.map(area => (
        <Menu.Item
          key={area.id}
          leftSection={<SquareArrowOutUpRight size={ICON} aria-hidden />}
          onClick={() => takeOutOfArea(editor, node, area)}
        >
          {t('takeOut', { area: titleOf(area, language) })}
        </Menu.Item>
      ))}
      {others.length > 0 && (
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<Frame size={ICON} aria-hidden />}>{t('putInto')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown {...LIST}>
            {others.map(area => (
              <Menu.Item key={area.id} onClick={() => putIntoArea(editor, node, area)}>
                {titleOf(area, language)}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      )}
    </>
  )
}
