import { Button, Menu, Select, TextInput } from '@mantine/core'
import { keywordModes, type Trigger } from '@pregoner/shared'
import { Plus } from 'lucide-react'
import { LocalizedWordsField } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { Items } from './items.tsx'
import { useKept } from './kept.ts'
import { replaced } from './move.ts'
import { WholeNumber } from './reply-wait.tsx'
import { SaveAs } from './save-as.tsx'

const MAX_TRIGGERS = 50
const MIN_CODE_CHARS = 3
const MAX_CODE_CHARS = 60

/** What each way to begin holds when it is added. */
const blank: { [Kind in Trigger['kind']]: Extract<Trigger, { kind: Kind }> } = {
  keyword: { kind: 'keyword', words: {}, mode: 'exact', saveRestAs: null },
  first_message: { kind: 'first_message' },
  anything_else: { kind: 'anything_else', restHours: 0 },
  link: { kind: 'link', code: 'HOLA' },
}
const kinds = ['keyword', 'first_message', 'anything_else', 'link'] as const

interface TriggersProps {
  triggers: readonly Trigger[]
  onChange: (triggers: Trigger[]) => void
}

/** The ways in which a flow begins. */
export function Triggers({ triggers, onChange }: TriggersProps) {
  const t = useWords(nodeWords)
  return (
    <>
      <Items
        items={triggers}
        field="triggers"
        isOrdered={false}
        titleOf={trigger => t(`trigger.${trigger.kind}`)}
        empty={t('trigger.none')}
        onChange={onChange}
      >
        {(trigger, index) => (
          <TriggerFields
            trigger={trigger}
            field={`triggers.${index}`}
            onChange={changed => onChange(replaced(triggers, index, changed))}
          />
        )}
      </Items>
      {triggers.length < MAX_TRIGGERS && (
        <Menu position="bottom-start" withinPortal shadow="md">
          <Menu.Target>
            <Button variant="light" leftSection={<Plus size={16} aria-hidden="true" />}>
              {t('trigger.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map(kind => (
              <Menu.Item key={kind} onClick={() => onChange([...triggers, blank[kind]])}>
                {t(`trigger.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}

interface TriggerFieldsProps<One> {
  trigger: One
  field: string
  onChange: (trigger: One) => void
}

function TriggerFields({ trigger, field, onChange }: TriggerFieldsProps<Trigger>) {
  const t = useWords(nodeWords)
  if (trigger.kind === 'keyword') return <Keyword trigger={trigger} field={field} onChange={onChange} />
  if (trigger.kind === 'link') return <Link trigger={trigger} field={field} onChange={onChange} />
  if (trigger.kind === 'first_message') return <p className={styles.quiet}>{t('trigger.first_message_hint')}</p>
  return (
    <>
      <p className={styles.quiet}>{t('trigger.anything_else_hint')}</p>
      <WholeNumber
        field={`${field}.restHours`}
        label={t('trigger.rest_hours')}
        description={t('trigger.rest_hours_hint')}
        value={trigger.restHours}
        min={0}
        max={8_760}
        onChange={restHours => onChange({ ...trigger, restHours })}
      />
    </>
  )
}

function Keyword({ trigger, field, onChange }: TriggerFieldsProps<Extract<Trigger, { kind: 'keyword' }>>) {
  const t = useWords(nodeWords)
  return (
    <>
      <LocalizedWordsField
        label={t('trigger.words')}
        description={t('trigger.words_hint')}
        value={trigger.words}
        onChange={words => onChange({ ...trigger, words })}
      />
      <Select
        label={t('trigger.mode')}
        data={keywordModes.map(mode => ({ value: mode, label: t(`trigger.mode.${mode}`) }))}
        value={trigger.mode}
        allowDeselect={false}
        onChange={chosen => {
          const mode = keywordModes.find(one => one === chosen) ?? trigger.mode
          onChange({ ...trigger, mode, saveRestAs: mode === 'begins_with' ? trigger.saveRestAs : null })
        }}
      />
      {trigger.mode === 'begins_with' && (
        <SaveAs
          field={`${field}.saveRestAs`}
          label={t('trigger.save_rest')}
          hint={t('trigger.save_rest_hint')}
          value={trigger.saveRestAs ?? ''}
          isOptional
          onChange={name => onChange({ ...trigger, saveRestAs: name || null })}
        />
      )}
    </>
  )
}

function Link({ trigger, field, onChange }: TriggerFieldsProps<Extract<Trigger, { kind: 'link' }>>) {
  const t = useWords(nodeWords)
  const fits = (code: string) => code.length >= MIN_CODE_CHARS && code.length <= MAX_CODE_CHARS
  const code = useKept(trigger.code, fits, written => onChange({ ...trigger, code: written }))
  return (
    <TextInput
      data-field={`${field}.code`}
      label={t('trigger.code')}
      description={t('trigger.code_hint')}
      value={code.text}
      error={code.isWrong}
      onChange={event => code.write(event.currentTarget.value)}
    />
  )
}
