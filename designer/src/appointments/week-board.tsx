import { type AppointmentView, textIn, townDateTime } from '@pregoner/shared'
import { useTown } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './appointments.module.css'
import { appointmentWords } from './words.ts'

interface WeekBoardProps {
  days: readonly string[]
  appointments: readonly AppointmentView[]
  onOpen: (id: string) => void
}

/** Who comes on each day, in the order of the clock: a column a day, one under the other on a phone. */
export function WeekBoard({ days, appointments, onOpen }: WeekBoardProps) {
  const t = useWords(appointmentWords)
  const { timeZone } = useTown()
  const [language] = useLanguage()
  const today = townDateTime(new Date(), timeZone).date
  const title = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  })
  const on = (day: string) => appointments.filter(({ at }) => townDateTime(new Date(at), timeZone).date === day)
  return (
    <div className={styles.board} data-single={days.length === 1}>
      {days.map(day => (
        <section key={day} className={styles.day} data-today={day === today} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{title.format(new Date(`${day}T12:00:00Z`))}</h2>
          {on(day).length > 0 ? (
            <ul>
              {on(day).map(one => (
                <li key={one.id}>
                  <Visit appointment={one} onOpen={() => onOpen(one.id)} />
                </li>
              ))}
            </ul>
          ) : (
            <p className={styles.none}>{t('none')}</p>
          )}
        </section>
      ))}
    </div>
  )
}

function Visit({ appointment, onOpen }: { appointment: AppointmentView; onOpen: () => void }) {
  const t = useWords(appointmentWords)
  const town = useTown()
  const [language] = useLanguage()
  const { at, until, state, name, serviceId } = appointment
  const service = town.bookableServices?.find(({ id }) => id === serviceId)
  const time = (moment: string) => townDateTime(new Date(moment), town.timeZone).time
  return (
    <button type="button" className={styles.visit} data-state={state} onClick={onOpen}>
      <span className={styles.time}>
        {time(at)}–{time(until)}
      </span>
      <strong>{name ?? t('nobody')}</strong>
      <span className={styles.service}>
        {service ? textIn(service.name, language, town.defaultLanguage) : serviceId}
      </span>
      {state !== 'booked' && <span className={styles.state}>{t(`state.${state}`)}</span>}
    </button>
  )
}

/** A date of the town as its day and hour. */
export function useTownMoment(): (at: string) => string {
  const { timeZone } = useTown()
  const formats = useFormats()
  return at => {
    const { date, time } = townDateTime(new Date(at), timeZone)
    return `${formats.date(date)}, ${time}`
  }
}
