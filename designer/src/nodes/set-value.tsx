import { Button, Select } from '@mantine/core'
import { type Assignment, type ConfigOf, type LocalizedText, textIn } from '@pregoner/shared'
import { PenLine, Plus } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { CardLine, FilledText } from './card.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import { NodeForm, Section } from './fields/form.tsx'
import { Items } from './fields/items.tsx'
import { KeptText } from './fields/kept-text.tsx'
import { replaced } from './fields/move.ts'
import { SaveAs } from './fields/save-as.tsx'
import { readableId } from './readable-id.ts'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'set_value'>
type Target = Assignment['target']
const targets: readonly Target[] = ['answer', 'contact', 'name', 'add_label', 'remove_label']
const MAX_ASSIGNMENTS = 20
const MAX_LABEL_CHARS = 60
const MAX_VALUE_CHARS = 1_000

function Card({ config, language, fallback }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const { assignments } = config
  const [first] = assignments
  if (!first) return <CardLine isMissing>{t('assignment.none')}</CardLine>
  const rest = assignments.length > 1 ? ` (+${assignments.length - 1})` : ''
  if ('label' in first) return <CardLine>{`${t(`target.${first.target}`)}: ${first.label}${rest}`}</CardLine>
  const name = 'name' in first ? first.name : t('target.name')
  return (
    <CardLine>
      {name} = <FilledText source={textIn(first.value, language, fallback) || '…'} />
      {rest}
    </CardLine>
  )
}

/** The same assignment turned to another target, keeping name, value or label where the new one has them. */
function turned(one: Assignment, target: Target, word: string): Assignment {
  const value: LocalizedText = 'value' in one ? one.value : {}
  const name = 'name' in one ? one.name : readableId(word, [], 'value')
  const label = 'label' in one ? one.label : word
  if (target === 'answer' || target === 'contact') return { target, name, value }
  return target === 'name' ? { target, value } : { target, label }
}

function Form(props: FormProps<Config>) {
  const { config, onChange } = props
  const { assignments } = config
  const t = useWords(nodeWords)
  const change = (changed: Assignment[]) => onChange({ ...config, assignments: changed })
  const add = () => change([...assignments, { target: 'answer', name: readableId(t('value'), [], 'value'), value: {} }])
  return (
    <NodeForm {...props}>
      <Section title={t('assignments')}>
        <Items
          items={assignments}
          field="assignments"
          titleOf={(one, index) => `${index + 1}. ${t(`target.${one.target}`)}`}
          empty={t('assignment.none')}
          onChange={change}
        >
          {(one, index) => (
            <AssignmentFields
              one={one}
              field={`assignments.${index}`}
              onChange={next => change(replaced(assignments, index, next))}
            />
          )}
        </Items>
        {assignments.length < MAX_ASSIGNMENTS && (
          <Button variant="light" leftSection={<Plus size={16} aria-hidden="true" />} onClick={add}>
            {t('assignment.add')}
          </Button>
        )}
      </Section>
    </NodeForm>
  )
}

function AssignmentFields({
  one,
  field,
  onChange,
}: {
  one: Assignment
  field: string
  onChange: (one: Assignment) => void
}) {
  const t = useWords(nodeWords)
  return (
    <>
      <Select
        label={t('assignment.target')}
        data={targets.map(target => ({ value: target, label: t(`target.${target}`) }))}
        value={one.target}
        allowDeselect={false}
        onChange={chosen => {
          const target = targets.find(known => known === chosen)
          if (target) onChange(turned(one, target, t('assignment.label').toLocaleLowerCase()))
        }}
      />
      {'name' in one && (
        <SaveAs
          field={`${field}.name`}
          label={t('name')}
          value={one.name}
          onChange={name => onChange({ ...one, name })}
        />
      )}
      {'value' in one && (
        <CitizenText
          isShared
          field={`${field}.value`}
          label={t('value')}
          value={one.value}
          maxChars={MAX_VALUE_CHARS}
          isMultiline={false}
          onChange={value => onChange({ ...one, value })}
        />
      )}
      {'label' in one && (
        <KeptText
          field={`${field}.label`}
          label={t('assignment.label')}
          value={one.label}
          maxChars={MAX_LABEL_CHARS}
          onChange={label => onChange({ ...one, label })}
        />
      )}
    </>
  )
}

export const setValueView: NodeView<Config> = { Icon: PenLine, Card, Form }
