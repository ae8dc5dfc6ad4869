import { NativeSelect, TextInput } from '@mantine/core'
import { languageCodes, type StatisticsQuery, statisticsPeriods } from '@pregoner/shared'
import { useRole } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { useEntities } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import styles from './statistics.module.css'
import { statisticsWords } from './words/page.ts'

interface FiltersProps {
  query: StatisticsQuery
  isRight: boolean
  /** Those that incidents of the period name. */
  neighbourhoods: string[]
  onChange: (change: { [Name in keyof StatisticsQuery]?: StatisticsQuery[Name] | undefined }) => void
}

/** Of which days and which matters the figures are. */
export function Filters({ query, isRight, neighbourhoods, onChange }: FiltersProps) {
  const t = useWords(statisticsWords)
  const names = useWords(languageWords)
  const town = useTown()
  const isAgent = useRole(town.key) === 'agent'
  const departments = useEntities('department')
  const categories = useEntities('category')
  const languages = languageCodes.filter(code => town.languages.includes(code))
  const places = [...new Set([...neighbourhoods, ...(query.neighbourhood ? [query.neighbourhood] : [])])].sort()
  return (
    <search className={styles.filters}>
      <NativeSelect
        label={t('period')}
        data={statisticsPeriods.map(value => ({ value, label: t(`period.${value}`) }))}
        value={query.period}
        onChange={event => onChange({ period: statisticsPeriods.find(known => known === event.currentTarget.value) })}
      />
      {query.period === 'own' && (
        <>
          <DateInput label={t('from')} value={query.from} isRight={isRight} onChange={from => onChange({ from })} />
          <DateInput label={t('to')} value={query.to} isRight={isRight} onChange={to => onChange({ to })} />
        </>
      )}
      {!isAgent && (
        <Choice
          label={t('department')}
          all={t('all')}
          data={departments}
          value={query.department}
          onChange={department => onChange({ department })}
        />
      )}
      <Choice
        label={t('category')}
        all={t('allOf')}
        data={categories}
        value={query.category}
        onChange={category => onChange({ category })}
      />
      {places.length > 0 && (
        <Choice
          label={t('neighbourhood')}
          all={t('all')}
          data={places.map(value => ({ value, label: value }))}
          value={query.neighbourhood}
          onChange={neighbourhood => onChange({ neighbourhood })}
        />
      )}
      {languages.length > 1 && (
        <Choice
          label={t('language')}
          all={t('allOf')}
          data={languages.map(value => ({ value, label: names(value) }))}
          value={query.language}
          onChange={chosen => onChange({ language: languages.find(code => code === chosen) })}
        />
      )}
    </search>
  )
}

interface ChoiceProps {
  label: string
  /** How it is called when nothing is left out. */
  all: string
  data: { value: string; label: string }[]
  value: string | undefined
  onChange: (value: string | undefined) => void
}

const Choice = ({ label, all, data, value, onChange }: ChoiceProps) => (
  <NativeSelect
    label={label}
    data={[{ value: '', label: all }, ...data]}
    value={value ?? ''}
    onChange={event => onChange(event.currentTarget.value || undefined)}
  />
)

interface DateInputProps {
  label: string
  value: string | undefined
  isRight: boolean
  onChange: (value: string) => void
}

const DateInput = ({ label, value, isRight, onChange }: DateInputProps) => (
  <TextInput
    type="date"
    label={label}
    value={value ?? ''}
    error={!isRight}
    onChange={event => onChange(event.currentTarget.value)}
  />
)
