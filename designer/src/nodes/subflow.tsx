import type { ConfigOf } from '@pregoner/shared'
import { Workflow } from 'lucide-react'
import { EntitySelect, useEntities } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { At, NodeForm } from './fields/form.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'subflow'>

function Card({ config, town }: CardProps<Config>) {
  const t = useWords(nodeWords)
  if (config.flowId === '' || !town) return <CardLine isMissing>{t('goto.nowhere')}</CardLine>
  return <Named flowId={config.flowId} />
}

function Named({ flowId }: { flowId: string }) {
  const flow = useEntities('flow').find(({ value }) => value === flowId)
  return <CardLine>{flow?.label ?? flowId}</CardLine>
}

function Form(props: FormProps<Config>) {
  const { config, onChange, flow } = props
  const t = useWords(nodeWords)
  return (
    <NodeForm {...props}>
      <At field="flowId">
        <EntitySelect
          kind="flow"
          label={t('subflow.flow')}
          description={t('subflow.hint')}
          value={config.flowId}
          without={[flow.id]}
          onChange={flowId => onChange({ ...config, flowId: flowId ?? '' })}
        />
      </At>
    </NodeForm>
  )
}

export const subflowView: NodeView<Config> = { Icon: Workflow, Card, Form }
