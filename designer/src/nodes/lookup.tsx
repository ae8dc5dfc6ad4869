import { Checkbox, Select } from '@mantine/core'
import { type ConfigOf, MAX_TEXT_CHARS, type Table, tableWhens } from '@pregoner/shared'
import { TableProperties } from 'lucide-react'
import { EntitySelect } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { withRowText } from '../templates/chosen-for.ts'
import { CardLine } from './card.tsx'
import { AnswerSelect } from './fields/answer-select.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import styles from './fields/form.module.css'
import { At, More, NodeForm } from './fields/form.tsx'
import { PreviewPhone } from './fields/preview-phone.tsx'
import { ReplyWait, WholeNumber } from './fields/reply-wait.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'lookup'>

const columnsOf = (table: Table | undefined) =>
  (table?.columns ?? []).map(({ id, label }) => ({ value: id, label: label || id }))

function Card({ config, town }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const table = town?.tables.find(({ id }) => id === config.tableId)
  if (config.tableId === '') return <CardLine isMissing>{t('lookup.none')}</CardLine>
  if (town && !table) return <CardLine isMissing>{t('gone', { id: config.tableId })}</CardLine>
  return (
    <>
      <CardLine>
        <strong>{table?.name ?? config.tableId}</strong>
      </CardLine>
      <CardLine>{t(`when.${config.when}`)}</CardLine>
    </>
  )
}

function Form(props: FormProps<Config>) {
  const { config, onChange, town } = props
  const t = useWords(nodeWords)
  const table = town?.tables.find(({ id }) => id === config.tableId)
  const columns = columnsOf(table)
  const rowNames = [
    ...columns.map(({ value, label }) => ({ name: `row.${value}`, label })),
    { name: 'row.from', label: t('lookup.from') },
    { name: 'row.to', label: t('lookup.to') },
  ]
  const onTable = (tableId: string | null) => {
    const next = { ...config, tableId: tableId ?? '', match: null, sortBy: null }
    onChange(town ? withRowText(next, town, next.tableId) : next)
  }
  return (
    <NodeForm {...props}>
      <At field="tableId">
        <EntitySelect kind="table" value={config.tableId} onChange={onTable} />
      </At>
      <At field="when">
        <Select
          label={t('lookup.when')}
          data={tableWhens.map(when => ({ value: when, label: t(`when.${when}`) }))}
          value={config.when}
          allowDeselect={false}
          onChange={chosen => onChange({ ...config, when: tableWhens.find(one => one === chosen) ?? config.when })}
        />
      </At>
      {table && <Match config={config} columns={columns} onChange={onChange} />}
      <CitizenText
        field="intro"
        label={t('lookup.intro')}
        value={config.intro}
        maxChars={MAX_TEXT_CHARS}
        onChange={intro => onChange({ ...config, intro })}
      />
      <CitizenText
        field="rowText"
        label={t('lookup.row')}
        description={t('lookup.row_hint')}
        value={config.rowText}
        maxChars={MAX_TEXT_CHARS}
        isRequired
        extra={rowNames}
        onChange={rowText => onChange({ ...config, rowText })}
      />
      {table && <PreviewPhone type="lookup" config={{ ...config, match: null }} town={town} />}
      <More>
        <Select
          label={t('lookup.sort')}
          data={[...columns, { value: 'from', label: t('lookup.from') }]}
          value={config.sortBy}
          clearable
          placeholder={t('lookup.no_sort')}
          clearButtonProps={{ 'aria-label': t('lookup.no_sort') }}
          onChange={sortBy => onChange({ ...config, sortBy })}
        />
        <WholeNumber
          field="pageSize"
          label={t('lookup.page')}
          value={config.pageSize}
          min={1}
          max={20}
          onChange={pageSize => onChange({ ...config, pageSize })}
        />
        <ReplyWait minutes={config.waitMinutes} onChange={waitMinutes => onChange({ ...config, waitMinutes })} />
      </More>
    </NodeForm>
  )
}

interface MatchProps {
  config: Config
  columns: { value: string; label: string }[]
  onChange: (next: Config) => void
}

function Match({ config, columns, onChange }: MatchProps) {
  const t = useWords(nodeWords)
  const { match } = config
  return (
    <At field="match">
      <Checkbox
        label={t('lookup.match')}
        checked={match !== null}
        onChange={event =>
          onChange({
            ...config,
            match: event.currentTarget.checked ? { column: columns[0]?.value ?? '', answer: '' } : null,
          })
        }
      />
      {match && (
        <div className={styles.pair}>
          <Select
            label={t('lookup.column')}
            data={columns}
            value={match.column || null}
            allowDeselect={false}
            onChange={column => onChange({ ...config, match: { ...match, column: column ?? '' } })}
          />
          <AnswerSelect
            label={t('lookup.equals')}
            value={match.answer}
            onChange={answer => onChange({ ...config, match: { ...match, answer: answer ?? '' } })}
          />
        </div>
      )}
    </At>
  )
}

export const lookupView: NodeView<Config> = { Icon: TableProperties, Card, Form }
