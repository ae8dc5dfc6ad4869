export { type Calendar, type CalendarSeason, calendar, type Interval, weekdays } from './calendar/calendar.ts'
export { asUsual, copiedToNextYear, withException } from './calendar/day-edits.ts'
export { type DayHours, exceptionOn, hoursOn } from './calendar/day-hours.ts'
export { asEasterDay, easterDayIn, easterOf } from './calendar/easter.ts'
export { addWorkingTime, nextOpening, type Opening, openingAt, workingMinutesBetween } from './calendar/opening.ts'
export { holidaysByLaw } from './calendar/public-holidays.ts'
export {
  addDays,
  fromTownTime,
  isTimeZone,
  type TownDateTime,
  townDate,
  townDateTime,
  weekdayOf,
} from './calendar/town-time.ts'
