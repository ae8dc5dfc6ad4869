import { Select } from '@mantine/core'
import { type ConfigOf, nodeDefinition } from '@pregoner/shared'
import { CornerDownRight } from 'lucide-react'
import { useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { At, NodeForm } from './fields/form.tsx'
import { useStepName } from './step-name.ts'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'goto'>

function Card({ config, language }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const nameOf = useStepName(language)
  const target = useEditorState(state => state.flow.nodes.find(({ id }) => id === config.node))
  if (config.node === '') return <CardLine isMissing>{t('goto.nowhere')}</CardLine>
  if (!target) return <CardLine isMissing>{t('gone', { id: config.node })}</CardLine>
  return <CardLine>{t('goto.to', { step: nameOf(target) })}</CardLine>
}

function Form(props: FormProps<Config>) {
  const { config, onChange, flow, node } = props
  const t = useWords(nodeWords)
  const nameOf = useStepName(flow.defaultLanguage)
  const steps = flow.nodes.filter(({ id, type }) => id !== node && nodeDefinition(type)?.family !== 'canvas')
  const data = steps.map(step => ({ value: step.id, label: nameOf(step) }))
  const isGone = config.node !== '' && !steps.some(({ id }) => id === config.node)
  return (
    <NodeForm {...props}>
      <At field="node">
        <Select
          label={t('goto.node')}
          data={isGone ? [...data, { value: config.node, label: t('gone', { id: config.node }) }] : data}
          value={config.node || null}
          placeholder={t('choose')}
          searchable
          allowDeselect={false}
          error={isGone}
          onChange={chosen => onChange({ ...config, node: chosen ?? '' })}
        />
      </At>
    </NodeForm>
  )
}

export const gotoView: NodeView<Config> = { Icon: CornerDownRight, Card, Form }
