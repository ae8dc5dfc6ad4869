import { Button, Collapse, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { incidentStatuses } from '@pregoner/shared'
import { Search, SlidersHorizontal } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import type { IncidentFilter } from '../api/incidents.ts'
import { useEntities } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { countFilters } from './filter.ts'
import styles from './incidents.module.css'
import { deskWords } from './words.ts'

interface FilterBarProps {
  filter: IncidentFilter
  onChange: (change: IncidentFilter) => void
}

/** Search, and behind a button the three choices that narrow the list. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const t = useWords(deskWords)
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState(filter.text ?? '')
  const panelId = useId()
  const departments = useEntities('department')
  const categories = useEntities('category')
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
          {count > 0 && (
            <Button
              variant="subtle"
              onClick={() => onChange({ status: undefined, departmentId: undefined, category: undefined })}
            >
              {t('clear')}
            </Button>
          )}
        </div>
      </Collapse>
    </search>
  )
}
