import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { fromTownTime, townDateTime } from '@pregoner/shared'
import { Clock } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { type TownTimes, useTownTimes } from './town-times.ts'
import { simulatorWords } from './words.ts'

const MS_AN_HOUR = 3_600_000
const MS_A_DAY = 24 * MS_AN_HOUR

interface ClockMenuProps {
  now: Date
  timeZone: string
  /** When the present wait ends by itself. */
  dueAt: string | null
  onClock: (to: Date) => void
}

/** What time it is in the simulation, and how to let time pass. */
export function ClockMenu(props: ClockMenuProps) {
  const t = useWords(simulatorWords)
  const times = useTownTimes(props.timeZone)
  const [isOpen, setOpen] = useState(false)
  const onClock = (to: Date) => {
    setOpen(false)
    props.onClock(to)
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
      width={300}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Clock size={16} aria-hidden="true" />}
          aria-label={t('clock', { time: times.exact(props.now) })}
          title={times.exact(props.now)}
          onClick={() => setOpen(!isOpen)}
        >
          {times.short(props.now)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('clock_title')}>
        <Choices {...props} times={times} onClock={onClock} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Choices({ now, timeZone, dueAt, onClock, times }: ClockMenuProps & { times: TownTimes }) {
  const t = useWords(simulatorWords)
  const { date, time } = townDateTime(now, timeZone)
  const [written, setWritten] = useState(`${date}T${time}`)
  const go = (event: FormEvent) => {
    event.preventDefault()
    const [day, hour] = written.split('T')
    if (day && hour) onClock(fromTownTime(day, hour, timeZone))
  }
  return (
    <Stack gap="xs">
      {dueAt && (
        <Button
          variant="light"
          h="auto"
          py={6}
          styles={{ label: { whiteSpace: 'normal' } }}
          onClick={() => onClock(new Date(dueAt))}
        >
          {t('clock_timeout', { time: times.short(new Date(dueAt)) })}
        </Button>
      )}
      <Button variant="default" onClick={() => onClock(new Date(now.getTime() + MS_AN_HOUR))}>
        {t('clock_hour')}
      </Button>
      <Button variant="default" onClick={() => onClock(new Date(now.getTime() + MS_A_DAY))}>
        {t('clock_day')}
      </Button>
      <form onSubmit={go}>
        <Stack gap="xs">
          <TextInput
            type="datetime-local"
            label={t('clock_at')}
            value={written}
            onChange={event => setWritten(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={written === ''}>
            {t('clock_go')}
          </Button>
        </Stack>
      </form>
      <Button variant="subtle" onClick={() => onClock(new Date())}>
        {t('clock_now')}
      </Button>
    </Stack>
  )
}
