import { MultiSelect, Radio, Stack } from '@mantine/core'
import { type Role, roles, textIn } from '@pregoner/shared'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { peopleWords } from './words/people.ts'

interface RoleFieldsProps {
  role: Role
  departments: string[]
  onChange: (value: { role: Role; departments: string[] }) => void
}

/** What somebody may do, and for an agent in which departments. */
export function RoleFields({ role, departments, onChange }: RoleFieldsProps) {
  const t = useWords(peopleWords)
  const town = useTown()
  const [language] = useLanguage()
  return (
    <>
      <Radio.Group
        label={t('role')}
        value={role}
        onChange={value => {
          const chosen = roles.find(each => each === value)
          if (chosen) onChange({ role: chosen, departments })
        }}
      >
        <Stack gap="xs" mt="xs">
          {roles.map(each => (
            <Radio key={each} value={each} label={t(each)} description={t(`${each}Help`)} />
          ))}
        </Stack>
      </Radio.Group>
      {role === 'agent' && (
        <MultiSelect
          label={t('departments')}
          description={t('departmentsHelp')}
          data={town.departments.map(({ id, name }) => ({
            value: id,
            label: textIn(name, language, town.defaultLanguage),
          }))}
          value={departments}
          onChange={chosen => onChange({ role, departments: chosen })}
        />
      )}
    </>
  )
}
