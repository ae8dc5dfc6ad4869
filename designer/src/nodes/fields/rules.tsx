import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { operators, type Rule, readsValue } from '@pregoner/shared'
import { Plus, X } from 'lucide-react'
import { EntitySelect } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import { AnswerSelect } from './answer-select.tsx'
import styles from './form.module.css'
import { replaced, without } from './move.ts'

const MAX_RULES = 20
const MAX_OPERAND_CHARS = 500

export const newRule: Rule = { value: '', operator: 'is', operand: '' }

interface RulesProps {
  rules: readonly Rule[]
  field: string
  /** "and" or "or", between two rules. */
  joint: string
  onChange: (rules: Rule[]) => void
}

/** Rules made by choosing: a value, how it is compared, with what. */
export function Rules({ rules, field, joint, onChange }: RulesProps) {
  const t = useWords(nodeWords)
  return (
    <div className={styles.list} data-field={field}>
      {rules.map((rule, index) => (
        <div key={index} className={styles.list}>
          {index > 0 && <span className={styles.joint}>{joint}</span>}
          <OneRule
            rule={rule}
            name={t('rule.nth', { number: index + 1 })}
            onChange={next => onChange(replaced(rules, index, next))}
            onRemove={() => onChange(without(rules, index))}
          />
        </div>
      ))}
      {rules.length < MAX_RULES && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.start}
          leftSection={<Plus size={14} aria-hidden="true" />}
          onClick={() => onChange([...rules, newRule])}
        >
          {t('rule.add')}
        </Button>
      )}
    </div>
  )
}

interface OneRuleProps {
  rule: Rule
  name: string
  onChange: (rule: Rule) => void
  onRemove: () => void
}

function OneRule({ rule, name, onChange, onRemove }: OneRuleProps) {
  const t = useWords(nodeWords)
  const remove = t('remove', { name })
  return (
    <fieldset className={styles.rule} aria-label={name}>
      {readsValue(rule.operator) && (
        <AnswerSelect
          label={t('rule.value')}
          value={rule.value}
          hasBuiltIn
          onChange={value => onChange({ ...rule, value: value ?? '' })}
        />
      )}
      <Select
        label={t('rule.operator')}
        data={operators.map(operator => ({ value: operator, label: t(`operator.${operator}`) }))}
        value={rule.operator}
        allowDeselect={false}
        onChange={chosen => {
          const operator = operators.find(one => one === chosen) ?? rule.operator
          onChange(
            operandKind(operator) === operandKind(rule.operator)
              ? { ...rule, operator }
              : { ...rule, operator, operand: '' },
          )
        }}
      />
      <Operand rule={rule} onChange={operand => onChange({ ...rule, operand })} />
      <ActionIcon
        className={styles.ruleRemove}
        variant="subtle"
        color="gray"
        size="var(--target)"
        aria-label={remove}
        title={remove}
        onClick={onRemove}
      >
        <X size={16} aria-hidden="true" />
      </ActionIcon>
    </fieldset>
  )
}

const operandKind = (operator: Rule['operator']): 'none' | 'topic' | 'label' | 'text' => {
  if (operator === 'is_set' || operator === 'is_not_set') return 'none'
  if (operator === 'subscribed_to' || operator === 'not_subscribed_to') return 'topic'
  return readsValue(operator) ? 'text' : 'label'
}

function Operand({ rule, onChange }: { rule: Rule; onChange: (operand: string) => void }) {
  const t = useWords(nodeWords)
  const kind = operandKind(rule.operator)
  if (kind === 'none') return null
  if (kind === 'topic')
    return (
      <EntitySelect kind="topic" label={t('rule.topic')} value={rule.operand} onChange={id => onChange(id ?? '')} />
    )
  return (
    <TextInput
      label={t(kind === 'label' ? 'rule.label' : 'rule.operand')}
      value={rule.operand}
      maxLength={MAX_OPERAND_CHARS}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
