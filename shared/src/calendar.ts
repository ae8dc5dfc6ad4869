export { type Calendar, calendar, type Interval, weekdays } from './calendar/calendar.ts'
export { type DayHours, hoursOn } from './calendar/day-hours.ts'
export { addWorkingTime, nextOpening, type Opening, openingAt, workingMinutesBetween } from './calendar/opening.ts'
export {
  addDays,
  fromTownTime,
  isTimeZone,
  type TownDateTime,
  townDate,
  townDateTime,
  weekdayOf,
} from './calendar/town-time.ts'
