import { Input, SegmentedControl } from '@mantine/core'
import type { ConfigOf } from '@pregoner/shared'
import { Hourglass } from 'lucide-react'
import { splitMinutes } from '../fields/duration.ts'
import { DurationField } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { At, NodeForm } from './fields/form.tsx'
import { TimeInput } from './fields/time-input.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'wait'>
const MAX_MINUTES = 525_600 // a year

function Card({ config }: CardProps<Config>) {
  const t = useWords(nodeWords)
  if (config.mode === 'until_time') return <CardLine>{t('wait.says_until', { time: config.time })}</CardLine>
  const { amount, unit } = splitMinutes(config.minutes)
  return <CardLine>{t('wait.says_for', { duration: t(`duration.${unit}`, { amount }) })}</CardLine>
}

function Form(props: FormProps<Config>) {
  const { config, onChange } = props
  const t = useWords(nodeWords)
  return (
    <NodeForm {...props}>
      <Input.Wrapper label={t('wait.mode')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('wait.mode')}
          data={[
            { value: 'for', label: t('wait.for') },
            { value: 'until_time', label: t('wait.until_time') },
          ]}
          value={config.mode}
          onChange={mode => onChange(mode === 'for' ? { mode, minutes: 60 } : { mode: 'until_time', time: '09:00' })}
        />
      </Input.Wrapper>
      {config.mode === 'for' ? (
        <At field="minutes">
          <DurationField
            label={t('wait.duration')}
            value={config.minutes}
            max={MAX_MINUTES}
            onChange={minutes => {
              if (minutes !== null) onChange({ ...config, minutes: Math.min(minutes, MAX_MINUTES) })
            }}
          />
        </At>
      ) : (
        <At field="time">
          <TimeInput label={t('wait.time')} value={config.time} onChange={time => onChange({ ...config, time })} />
        </At>
      )}
    </NodeForm>
  )
}

export const waitView: NodeView<Config> = { Icon: Hourglass, Card, Form }
