import { Button, Select } from '@mantine/core'
import { type ConfigOf, textIn } from '@pregoner/shared'
import { Plus, Split } from 'lucide-react'
import { LocalizedTextField } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { At, NodeForm, Section } from './fields/form.tsx'
import { Items } from './fields/items.tsx'
import { replaced } from './fields/move.ts'
import { useRuleText } from './fields/rule-text.ts'
import { newRule, Rules } from './fields/rules.tsx'
import { readableId } from './readable-id.ts'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'condition'>
type Branch = Config['branches'][number]
const MAX_BRANCHES = 20

function Card({ config, town }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const textOf = useRuleText(town)
  const rules = config.branches.flatMap(branch => branch.rules)
  const [first] = rules
  if (!first) return <CardLine isMissing>{t('branch.none')}</CardLine>
  return <CardLine>{rules.length > 1 ? `${textOf(first)} …` : textOf(first)}</CardLine>
}

function Form(props: FormProps<Config>) {
  const { config, onChange, flow } = props
  const { branches } = config
  const t = useWords(nodeWords)
  const change = (changed: Branch[]) => onChange({ ...config, branches: changed })
  const titleOf = ({ label }: Branch, index: number) => {
    const name = textIn(label, flow.defaultLanguage, flow.defaultLanguage)
    return name ? `${index + 1}. ${name}` : t('branch.nth', { number: index + 1 })
  }
  const add = () => {
    const id = readableId(`${t('branch.id')} ${branches.length + 1}`, [
      'otherwise',
      ...branches.map(branch => branch.id),
    ])
    change([...branches, { id, label: {}, match: 'all', rules: [newRule] }])
  }
  return (
    <NodeForm {...props}>
      <Section title={t('branches')} hint={t('branch.order')}>
        <Items
          items={branches}
          field="branches"
          keyOf={branch => branch.id}
          titleOf={titleOf}
          empty={t('branch.none')}
          onChange={change}
        >
          {(branch, index) => (
            <BranchFields
              branch={branch}
              field={`branches.${index}`}
              onChange={next => change(replaced(branches, index, next))}
            />
          )}
        </Items>
        {branches.length < MAX_BRANCHES && (
          <Button variant="light" leftSection={<Plus size={16} aria-hidden="true" />} onClick={add}>
            {t('branch.add')}
          </Button>
        )}
      </Section>
    </NodeForm>
  )
}

function BranchFields({
  branch,
  field,
  onChange,
}: {
  branch: Branch
  field: string
  onChange: (branch: Branch) => void
}) {
  const t = useWords(nodeWords)
  return (
    <>
      <At field={`${field}.label`}>
        <LocalizedTextField
          label={t('branch.label')}
          value={branch.label}
          onChange={label => onChange({ ...branch, label })}
        />
      </At>
      {branch.rules.length > 1 && (
        <Select
          label={t('branch.match')}
          data={[
            { value: 'all', label: t('branch.all') },
            { value: 'any', label: t('branch.any') },
          ]}
          value={branch.match}
          allowDeselect={false}
          onChange={match => onChange({ ...branch, match: match === 'any' ? 'any' : 'all' })}
        />
      )}
      <Rules
        rules={branch.rules}
        field={`${field}.rules`}
        joint={t(branch.match === 'all' ? 'branch.and' : 'branch.or')}
        onChange={rules => onChange({ ...branch, rules })}
      />
    </>
  )
}

export const conditionView: NodeView<Config> = { Icon: Split, Card, Form }
