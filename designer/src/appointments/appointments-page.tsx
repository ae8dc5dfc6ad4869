import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { addDays, textIn, townDate, weekdayOf } from '@pregoner/shared'
import { CalendarCheck, ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAppointments } from '../api/appointments.ts'
import { useMembership } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { Page } from '../frame/page.tsx'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import { AppointmentDialog } from './appointment-dialog.tsx'
import styles from './appointments.module.css'
import { BookDialog } from './book-dialog.tsx'
import { WeekBoard } from './week-board.tsx'
import { appointmentWords } from './words.ts'

const views = ['day', 'week'] as const
type View = (typeof views)[number]

/** Monday to Sunday around a day, without a weekend on which nobody comes. */
function daysOf(view: View, day: string, taken: ReadonlySet<string>): string[] {
  if (view === 'day') return [day]
  const monday = addDays(day, 1 - weekdayOf(day))
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  return week.filter((date, index) => index < 5 || taken.has(date))
}

/** Who comes to the departments one sees, by day or week; live. */
export default function AppointmentsPage() {
  const t = useWords(appointmentWords)
  const town = useTown()
  const [language] = useLanguage()
  const membership = useMembership(town.key)
  const [day, setDay] = useState(() => townDate(new Date(), town.timeZone))
  const [view, setView] = useState<View>('week')
  const [serviceId, setServiceId] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const [isBooking, setBooking] = useState(false)
  const monday = addDays(day, 1 - weekdayOf(day))
  const { data, error, isPending, refetch } = useAppointments(town.key, monday, addDays(monday, 6))
  const isAgent = membership?.role === 'agent'
  const services = (town.bookableServices ?? []).filter(
    ({ departmentId }) => !isAgent || membership?.departments.includes(departmentId),
  )
  if (services.length === 0)
    return (
      <Page title={t('title')}>
        <Empty
          Icon={CalendarCheck}
          title={t('emptyTitle')}
          action={
            isAgent ? undefined : (
              <Button component={Link} to={`/t/${town.key}/settings/appointments`}>
                {t('toSettings')}
              </Button>
            )
          }
        >
          {t('emptyHelp')}
        </Empty>
      </Page>
    )
  const shown = (data ?? []).filter(one => serviceId === '' || one.serviceId === serviceId)
  const days = daysOf(view, day, new Set(shown.map(({ at }) => townDate(new Date(at), town.timeZone))))
  const go = (direction: 1 | -1) => setDay(addDays(day, direction * (view === 'day' ? 1 : 7)))
  const opened = data?.find(({ id }) => id === open)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      isWide
      actions={
        <Button leftSection={<Plus size={16} aria-hidden="true" />} onClick={() => setBooking(true)}>
          {t('book')}
        </Button>
      }
    >
      <div className={styles.tools}>
        <Button.Group>
          <Button variant="default" aria-label={t('earlier')} onClick={() => go(-1)}>
            <ChevronLeft size={18} aria-hidden="true" />
          </Button>
          <Button variant="default" onClick={() => setDay(townDate(new Date(), town.timeZone))}>
            {t('today')}
          </Button>
          <Button variant="default" aria-label={t('later')} onClick={() => go(1)}>
            <ChevronRight size={18} aria-hidden="true" />
          </Button>
        </Button.Group>
        <SegmentedControl
          aria-label={t('view')}
          data={views.map(one => ({ value: one, label: t(one) }))}
          value={view}
          onChange={chosen => setView(views.find(one => one === chosen) ?? view)}
        />
        {services.length > 1 && (
          <NativeSelect
            aria-label={t('service')}
            data={[
              { value: '', label: t('allServices') },
              ...services.map(({ id, name }) => ({ value: id, label: textIn(name, language, town.defaultLanguage) })),
            ]}
            value={serviceId}
            onChange={event => setServiceId(event.currentTarget.value)}
          />
        )}
      </div>
      {isPending && <PageLoading />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {data && <WeekBoard days={days} appointments={shown} onOpen={setOpen} />}
      {opened && <AppointmentDialog key={opened.id} appointment={opened} onClose={() => setOpen(null)} />}
      {isBooking && <BookDialog services={services} day={day} onClose={() => setBooking(false)} />}
    </Page>
  )
}
