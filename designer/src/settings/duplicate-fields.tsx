import { NumberInput, Switch } from '@mantine/core'
import type { DuplicateRule } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import forms from './forms.module.css'
import { duplicateRuleWords } from './words/duplicates.ts'

const USUAL: DuplicateRule = { meters: 50, days: 30 } // the same street corner, the same month
const most = { meters: 2_000, days: 365 } as const
const least = { meters: 5, days: 1 } as const

interface DuplicateFieldsProps {
  value: DuplicateRule | null
  onChange: (value: DuplicateRule | null) => void
}

/** How near and how old another report of a category may be to be the same. */
export function DuplicateFields({ value, onChange }: DuplicateFieldsProps) {
  const t = useWords(duplicateRuleWords)
  return (
    <fieldset className={forms.group}>
      <legend>{t('title')}</legend>
      <Switch
        label={t('has')}
        description={t('help')}
        checked={value !== null}
        onChange={event => onChange(event.currentTarget.checked ? USUAL : null)}
      />
      {value && (
        <div className={forms.pair}>
          {(['meters', 'days'] as const).map(limit => (
            <NumberInput
              key={limit}
              label={t(limit)}
              min={least[limit]}
              max={most[limit]}
              clampBehavior="strict"
              allowDecimal={false}
              hideControls
              value={value[limit]}
              onChange={given =>
                typeof given === 'number' && given >= least[limit] && onChange({ ...value, [limit]: given })
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}
