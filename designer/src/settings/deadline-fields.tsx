import { NumberInput, Switch } from '@mantine/core'
import type { Deadlines } from '@pregoner/shared'
import { useLanguage, useWords } from '../i18n/index.ts'
import forms from './forms.module.css'
import { departmentWords } from './words/departments.ts'

const USUAL: Deadlines = { answerHours: 16, resolveHours: 80 } // two working days for an answer, two weeks for an end
const MAX_HOURS = 1_000

interface DeadlineFieldsProps {
  value: Deadlines | null
  onChange: (value: Deadlines | null) => void
}

/** What citizens may expect of a category, in working hours of the department. */
export function DeadlineFields({ value, onChange }: DeadlineFieldsProps) {
  const t = useWords(departmentWords)
  const [language] = useLanguage()
  return (
    <fieldset className={forms.group}>
      <legend>{t('deadlines')}</legend>
      <Switch
        label={t('hasDeadlines')}
        description={t('deadlinesHelp')}
        checked={value !== null}
        onChange={event => onChange(event.currentTarget.checked ? USUAL : null)}
      />
      {value && (
        <div className={forms.pair}>
          {(['answerHours', 'resolveHours'] as const).map(duty => (
            <NumberInput
              key={duty}
              label={t(duty)}
              min={0.5}
              max={MAX_HOURS}
              clampBehavior="strict"
              decimalScale={1}
              decimalSeparator={language === 'en' ? '.' : ','}
              allowedDecimalSeparators={[',', '.']}
              hideControls
              value={value[duty]}
              onChange={hours => typeof hours === 'number' && hours > 0 && onChange({ ...value, [duty]: hours })}
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}
