import { Button } from '@mantine/core'
import { type ConfigOf, textIn } from '@pregoner/shared'
import { Dices, Plus } from 'lucide-react'
import { LocalizedTextField } from '../fields/index.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { NodeForm, Section } from './fields/form.tsx'
import { Items } from './fields/items.tsx'
import { replaced } from './fields/move.ts'
import { WholeNumber } from './fields/reply-wait.tsx'
import { readableId } from './readable-id.ts'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'random'>
const MAX_SHARES = 10

const percentOf = (config: Config, index: number): number => {
  const total = config.shares.reduce((sum, { weight }) => sum + weight, 0)
  return ((config.shares[index]?.weight ?? 0) / total) * 100
}

function Card({ config }: CardProps<Config>) {
  const { decimal } = useFormats()
  return <CardLine>{config.shares.map((_, index) => `${decimal(percentOf(config, index))} %`).join(' · ')}</CardLine>
}

function Form(props: FormProps<Config>) {
  const { config, onChange, flow } = props
  const { shares } = config
  const t = useWords(nodeWords)
  const { decimal } = useFormats()
  const change = (changed: Config['shares']) => onChange({ ...config, shares: changed })
  const add = () => {
    const id = readableId(
      `${t('share.id')} ${shares.length + 1}`,
      shares.map(share => share.id),
    )
    change([...shares, { id, label: {}, weight: 1 }])
  }
  return (
    <NodeForm {...props}>
      <Section title={t('shares')}>
        <Items
          items={shares}
          field="shares"
          keyOf={share => share.id}
          titleOf={(share, index) =>
            `${textIn(share.label, flow.defaultLanguage, flow.defaultLanguage) || t('share.nth', { number: index + 1 })}: ${t('share.percent', { percent: decimal(percentOf(config, index)) })}`
          }
          onChange={change}
        >
          {(share, index) => (
            <>
              <LocalizedTextField
                label={t('share.label')}
                value={share.label}
                onChange={label => change(replaced(shares, index, { ...share, label }))}
              />
              <WholeNumber
                field={`shares.${index}.weight`}
                label={t('share.weight')}
                value={share.weight}
                min={1}
                max={1_000}
                onChange={weight => change(replaced(shares, index, { ...share, weight }))}
              />
            </>
          )}
        </Items>
        {shares.length < MAX_SHARES && (
          <Button variant="light" leftSection={<Plus size={16} aria-hidden="true" />} onClick={add}>
            {t('share.add')}
          </Button>
        )}
      </Section>
    </NodeForm>
  )
}

export const randomView: NodeView<Config> = { Icon: Dices, Card, Form }
