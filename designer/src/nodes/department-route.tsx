import { Radio, Select, Stack, Switch } from '@mantine/core'
import { type ConfigOf, MAX_TEXT_CHARS, priorities, textIn } from '@pregoner/shared'
import { Landmark } from 'lucide-react'
import { EntitySelect } from '../fields/index.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { AnswerSelect } from './fields/answer-select.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import { At, NodeForm, Section } from './fields/form.tsx'
import { ReplyWait } from './fields/reply-wait.tsx'
import { SaveAs } from './fields/save-as.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'department_route'>

const tellings = ['always', 'replies', 'never'] as const

function Card({ config, town }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const [language] = useLanguage()
  const { departmentId, personId, category } = config
  if (departmentId === '') return <CardLine isMissing>{t('route.no_department')}</CardLine>
  const nameIn = (named: { name: Parameters<typeof textIn>[0] } | undefined) =>
    named && textIn(named.name, language, town?.defaultLanguage ?? language)
  const department = town?.departments.find(({ id }) => id === departmentId)
  const person = department?.people.find(({ id }) => id === personId)
  const kind = nameIn(town?.categories.find(({ id }) => id === category))
  if (town && !department) return <CardLine isMissing>{t('gone', { id: departmentId })}</CardLine>
  const whom = [nameIn(department) || departmentId, person?.name].filter(Boolean).join(', ')
  return (
    <>
      <CardLine>
        <strong>{whom}</strong>
      </CardLine>
      <CardLine>
        {[kind, config.mode === 'dialogue' ? t('route.short_dialogue') : t('route.short_answer')]
          .filter(Boolean)
          .join(' · ')}
      </CardLine>
    </>
  )
}

function Form(props: FormProps<Config>) {
  const { config, onChange, town } = props
  const t = useWords(nodeWords)
  const people = town?.departments.find(({ id }) => id === config.departmentId)?.people ?? []
  const usual = (category: string | null) => town?.categories.find(({ id }) => id === category)?.departmentId ?? ''
  const from = (field: 'textFrom' | 'photosFrom' | 'placeFrom', label: string) => (
    <At field={field}>
      <AnswerSelect
        label={label}
        value={config[field]}
        emptyLabel={t('none')}
        onChange={name => onChange({ ...config, [field]: name })}
      />
    </At>
  )
  const asks = (field: 'asksDuplicates' | 'asksNews', label: string, hint: string) => (
    <At field={field}>
      <Switch
        label={label}
        description={hint}
        checked={config[field] ?? false}
        onChange={event => onChange({ ...config, [field]: event.currentTarget.checked })}
      />
    </At>
  )
  return (
    <NodeForm {...props}>
      <At field="departmentId">
        <EntitySelect
          kind="department"
          value={config.departmentId}
          onChange={departmentId => onChange({ ...config, departmentId: departmentId ?? '', personId: null })}
        />
      </At>
      {(people.length > 0 || config.personId !== null) && (
        <At field="personId">
          <EntitySelect
            kind="person"
            label={t('route.person')}
            departmentId={config.departmentId}
            value={config.personId}
            isOptional
            emptyLabel={t('route.whole_department')}
            onChange={personId => onChange({ ...config, personId })}
          />
        </At>
      )}
      <At field="category">
        <EntitySelect
          kind="category"
          value={config.category}
          isOptional
          emptyLabel={t('none')}
          onChange={category => onChange({ ...config, category, departmentId: config.departmentId || usual(category) })}
        />
      </At>
      <CitizenText
        field="summary"
        label={t('route.summary')}
        description={t('route.summary_hint')}
        value={config.summary}
        maxChars={MAX_TEXT_CHARS}
        isRequired
        isMultiline={false}
        onChange={summary => onChange({ ...config, summary })}
      />
      <Section title={t('route.content')}>
        {from('textFrom', t('route.text_from'))}
        {from('photosFrom', t('route.photos_from'))}
        {from('placeFrom', t('route.place_from'))}
      </Section>
      <Section title={t('route.mode')}>
        <Radio.Group
          aria-label={t('route.mode')}
          value={config.mode}
          onChange={mode => onChange({ ...config, mode: mode === 'dialogue' ? 'dialogue' : 'one_answer' })}
        >
          <Stack gap="xs">
            <Radio value="one_answer" label={t('route.one_answer')} />
            <Radio value="dialogue" label={t('route.dialogue')} />
          </Stack>
        </Radio.Group>
        {config.mode === 'one_answer' && (
          <Switch
            label={t('route.asks_solved')}
            description={t('route.asks_solved_hint')}
            checked={config.asksSolved ?? false}
            onChange={event => onChange({ ...config, asksSolved: event.currentTarget.checked })}
          />
        )}
        {config.mode === 'dialogue' && (
          <ReplyWait
            label={t('route.wait')}
            minutes={config.waitMinutes}
            onChange={waitMinutes => onChange({ ...config, waitMinutes })}
          />
        )}
        {config.mode === 'dialogue' && (
          <Select
            label={t('route.hours')}
            description={t('route.hours_hint')}
            allowDeselect={false}
            data={tellings.map(value => ({ value, label: t(`route.hours_${value}`) }))}
            value={config.tellsHours ?? 'never'}
            onChange={chosen => {
              const tellsHours = tellings.find(one => one === chosen)
              if (tellsHours) onChange({ ...config, tellsHours })
            }}
          />
        )}
        <Select
          label={t('route.priority')}
          data={priorities.map(priority => ({ value: priority, label: t(`priority.${priority}`) }))}
          value={config.priority}
          allowDeselect={false}
          onChange={chosen =>
            onChange({ ...config, priority: priorities.find(one => one === chosen) ?? config.priority })
          }
        />
        <SaveAs
          field="saveReferenceAs"
          label={t('route.save_reference')}
          hint={t('route.save_reference_hint')}
          value={config.saveReferenceAs}
          onChange={saveReferenceAs => onChange({ ...config, saveReferenceAs })}
        />
      </Section>
      {config.mode === 'one_answer' && (
        <Section title={t('route.asks')}>
          <Stack gap="sm">
            {asks('asksDuplicates', t('route.asks_duplicates'), t('route.asks_duplicates_hint'))}
            {asks('asksNews', t('route.asks_news'), t('route.asks_news_hint'))}
          </Stack>
        </Section>
      )}
    </NodeForm>
  )
}

export const departmentRouteView: NodeView<Config> = { Icon: Landmark, Card, Form }
