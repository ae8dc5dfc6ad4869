import { Button, Collapse, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { incidentStatuses } from '@pregoner/shared'
import { Search, SlidersHorizontal } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useGeography } from '../api/geography.ts'
import { type IncidentFilter, useColleagues } from '../api/incidents.ts'
import { useEntities } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { ExportButton } from './export-link.tsx'
import { countFilters, dueChoices } from './filter.ts'
import styles from './filters.module.css'
import { geographyWords } from './geography-words.ts'
import { PressingBar } from './pressing-bar.tsx'
import { deskWords } from './words.ts'
import { workWords } from './work-words.ts'

interface FilterBarProps {
  town: string
  filter: IncidentFilter
  onChange: (change: IncidentFilter) => void
}

const nothing: IncidentFilter = {
  status: undefined,
  departmentId: undefined,
  category: undefined,
  districtId: undefined,
  due: undefined,
  assignee: undefined,
}

/** Search, what presses, and behind a button the choices that narrow the list. */
export function FilterBar({ town, filter, onChange }: FilterBarProps) {
  const t = useWords(deskWords)
  const w = useWords(workWords)
  const g = useWords(geographyWords)
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState(filter.text ?? '')
  const panelId = useId()
  const departments = useEntities('department')
  const categories = useEntities('category')
  const { data: colleagues = [] } = useColleagues(town)
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }))
  const districts = useGeography(town).data?.districts.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const count = countFilters(filter)
  const search = useDebouncedCallback((typed: string) => onChange({ text: typed.trim() }), 300)
  useEffect(() => {
    setText(before => (before.trim() === (filter.text ?? '') ? before : (filter.text ?? '')))
  }, [filter.text])
  const clearable = { clearable: true, clearButtonProps: { 'aria-label': t('any') }, placeholder: t('any'), size: 'sm' }
  return (
    <search className={styles.filters}>
      <div className={styles.searchLine}>
        <TextInput
          className={styles.grow ?? ''}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<Search size={16} aria-hidden="true" />}
          value={text}
          onChange={event => {
            setText(event.currentTarget.value)
            search(event.currentTarget.value)
          }}
        />
        <Button
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<SlidersHorizontal size={16} aria-hidden="true" />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setOpen(!isOpen)}
        >
          {count > 0 ? t('filtersOn', { count }) : t('filters')}
        </Button>
      </div>
      <PressingBar town={town} filter={filter} onChange={onChange} />
      <Collapse expanded={isOpen} id={panelId}>
        <div className={styles.choices}>
          <Select
            {...clearable}
            label={t('status')}
            data={incidentStatuses.map(status => ({ value: status, label: t(`status.${status}`) }))}
            value={filter.status ?? null}
            onChange={value => onChange({ status: incidentStatuses.find(status => status === value) })}
          />
          <Select
            {...clearable}
            label={t('department')}
            data={departments}
            value={filter.departmentId ?? null}
            onChange={departmentId => onChange({ departmentId: departmentId ?? undefined })}
          />
          <Select
            {...clearable}
            label={t('category')}
            data={categories}
            value={filter.category ?? null}
            onChange={category => onChange({ category: category ?? undefined })}
          />
          {districts.length > 0 && (
            <Select
              {...clearable}
              label={g('district')}
              data={districts}
              value={filter.districtId ?? null}
              onChange={districtId => onChange({ districtId: districtId ?? undefined })}
              searchable={districts.length > 7}
            />
          )}
          <Select
            {...clearable}
            label={w('dueFilter')}
            data={dueChoices.map(due => ({ value: due, label: w(due) }))}
            value={filter.due ?? null}
            onChange={value => onChange({ due: dueChoices.find(due => due === value) })}
          />
          <Select
            {...clearable}
            label={w('assigneeFilter')}
            data={[{ value: 'me', label: w('me') }, { value: 'nobody', label: w('nobodyFilter') }, ...people]}
            value={filter.assignee ?? null}
            onChange={assignee => onChange({ assignee: assignee ?? undefined })}
            searchable={people.length > 7}
          />
          {count > 0 && (
            <Button variant="subtle" onClick={() => onChange(nothing)}>
              {t('clear')}
            </Button>
          )}
          <ExportButton town={town} filter={filter} />
        </div>
      </Collapse>
    </search>
  )
}
