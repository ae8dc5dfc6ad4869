import { Button, Menu } from '@mantine/core'
import { Braces } from 'lucide-react'
import { useWords } from '../../i18n/index.ts'
import { variablesBefore } from '../variables.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { useWhere } from './form.tsx'
import { useVariableName } from './variable-name.ts'

export interface ExtraVariable {
  name: string
  label: string
}

interface InsertVariableProps {
  /** Names that hold in this field only, like the columns of a table. */
  extra?: readonly ExtraVariable[]
  onInsert: (name: string) => void
  /** Which field it inserts into, for screen readers. */
  into: string
}

/** A menu of the values a text may fill in here. */
export function InsertVariable({ extra = [], onInsert, into }: InsertVariableProps) {
  const t = useWords(nodeWords)
  return (
    <Menu position="bottom-start" withinPortal shadow="md" returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Braces size={14} aria-hidden="true" />}
          aria-label={`${t('insert')}: ${into}`}
        >
          {t('insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <Choices extra={extra} onInsert={onInsert} />
      </Menu.Dropdown>
    </Menu>
  )
}

function Choices({ extra, onInsert }: { extra: readonly ExtraVariable[]; onInsert: (name: string) => void }) {
  const t = useWords(nodeWords)
  const nameOf = useVariableName()
  const { flow, node } = useWhere()
  const { answers, builtIn } = variablesBefore(flow, node)
  const groups = [
    { title: t('variables.row'), names: extra },
    { title: t('variables.answers'), names: answers.map(name => ({ name, label: nameOf(name) })) },
    { title: t('variables.known'), names: builtIn.map(name => ({ name, label: nameOf(name) })) },
  ]
  return groups
    .filter(({ names }) => names.length > 0)
    .map(({ title, names }) => (
      <div key={title}>
        <Menu.Label>{title}</Menu.Label>
        {names.map(({ name, label }) => (
          <Menu.Item key={name} onClick={() => onInsert(name)}>
            {label}
            {label !== name && <span className={styles.name}> {name}</span>}
          </Menu.Item>
        ))}
      </div>
    ))
}
