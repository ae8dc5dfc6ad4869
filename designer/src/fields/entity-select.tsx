import { Select } from '@mantine/core'
import { type Language, type LocalizedText, textIn } from '@pregoner/shared'
import type { ReactNode } from 'react'
import { useFlows } from '../api/flows.ts'
import { useTown, useTownKey } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { fieldWords } from './words.ts'

export type EntityKind =
  | 'department'
  | 'person'
  | 'category'
  | 'table'
  | 'calendar'
  | 'topic'
  | 'bookable_service'
  | 'flow'

interface EntitySelectProps {
  kind: EntityKind
  value: string | null
  onChange: (id: string | null) => void
  label?: string
  description?: ReactNode
  /** Of a person: only those of this department. */
  departmentId?: string | null
  /** May be left empty; `emptyLabel` says what that means. */
  isOptional?: boolean
  emptyLabel?: string
  /** Ids that are not offered, for example the flow itself. */
  without?: readonly string[]
  error?: ReactNode
}

/** Chooses something of the town by its name. An id the town no longer has stays visible and is marked. */
export function EntitySelect(props: EntitySelectProps) {
  const t = useWords(fieldWords)
  const entities = useEntities(props.kind, props.departmentId ?? null).filter(
    entity => !props.without?.includes(entity.value),
  )
  const { value } = props
  const isUnknown = value !== null && value !== '' && !entities.some(entity => entity.value === value)
  const data = isUnknown ? [...entities, { value, label: t('unknown', { id: value }) }] : entities
  return (
    <Select
      label={props.label ?? t(props.kind)}
      description={props.description}
      data={data}
      value={value === '' ? null : value}
      onChange={props.onChange}
      searchable={data.length > 7}
      clearable={props.isOptional ?? false}
      allowDeselect={false}
      placeholder={props.emptyLabel ?? t('choose')}
      nothingFoundMessage={t('nothing')}
      error={props.error ?? isUnknown}
      clearButtonProps={{ 'aria-label': props.emptyLabel ?? t('choose') }}
    />
  )
}

/** The town's things of one kind, named in the language of the screens. */
export function useEntities(kind: EntityKind, departmentId: string | null = null): { value: string; label: string }[] {
  const town = useTown()
  const [language] = useLanguage()
  const flows = useFlows(useTownKey(), kind === 'flow')
  const named = (list: { id: string; name: LocalizedText | string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: nameIn(name, language, town.defaultLanguage) || id }))
  switch (kind) {
    case 'department':
      return named(town.departments)
    case 'person':
      return named(
        town.departments
          .filter(({ id }) => departmentId === null || id === departmentId)
          .flatMap(({ people }) => people),
      )
    case 'category':
      return named(town.categories)
    case 'table':
      return named(town.tables)
    case 'calendar':
      return named(town.calendars)
    case 'topic':
      return named(town.topics)
    case 'bookable_service':
      return named(town.bookableServices ?? [])
    case 'flow':
      return named(flows.data ?? [])
  }
}

const nameIn = (name: LocalizedText | string, language: Language, fallback: Language) =>
  typeof name === 'string' ? name : textIn(name, language, fallback)
