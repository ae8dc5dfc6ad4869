export type Spoken =
  | { unit: 'minutes'; minutes: number }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'days'; days: number; hours: number }

/** A length of time in the two units a person would say. */
export function spokenMinutes(minutes: number): Spoken {
  const whole = Math.round(minutes)
  if (whole < 60) return { unit: 'minutes', minutes: whole }
  if (whole < 48 * 60) return { unit: 'hours', hours: Math.floor(whole / 60), minutes: whole % 60 }
  return { unit: 'days', days: Math.floor(whole / 1_440), hours: Math.floor((whole % 1_440) / 60) }
}
