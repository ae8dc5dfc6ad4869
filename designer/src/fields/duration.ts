export type DurationUnit = 'minutes' | 'hours' | 'days'

const MINUTES: { [Unit in DurationUnit]: number } = { minutes: 1, hours: 60, days: 1_440 }

/** The largest unit in which the time is a whole number. */
export function splitMinutes(minutes: number): { amount: number; unit: DurationUnit } {
  if (minutes > 0 && minutes % MINUTES.days === 0) return { amount: minutes / MINUTES.days, unit: 'days' }
  if (minutes > 0 && minutes % MINUTES.hours === 0) return { amount: minutes / MINUTES.hours, unit: 'hours' }
  return { amount: minutes, unit: 'minutes' }
}

export const joinMinutes = (amount: number, unit: DurationUnit): number => amount * MINUTES[unit]
