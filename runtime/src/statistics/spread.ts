/** The value below which this share of them lies, halfway between two where it falls between them. `values` ascend. */
function quantile(values: readonly number[], share: number): number {
  const place = (values.length - 1) * share
  const low = values[Math.floor(place)] ?? 0
  const high = values[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}

const toOneDigit = (value: number): number => Math.round(value * 10) / 10

/** What half and nine in ten of some lengths of time do not exceed, in minutes; null without any. */
export function spreadOf(ms: readonly number[]): { median: number; p90: number } | null {
  if (ms.length === 0) return null
  const sorted = ms.toSorted((one, other) => one - other)
  const minutes = (share: number) => toOneDigit(quantile(sorted, share) / 60_000)
  return { median: minutes(0.5), p90: minutes(0.9) }
}

const toTwoDigits = (value: number): number => Math.round(value * 100) / 100

/** Average and standard deviation of marks counted by mark, from 1 up; null without any. */
export function averageOf(marks: readonly number[]): { count: number; average: number; deviation: number } | null {
  const count = marks.reduce((sum, times) => sum + times, 0)
  if (count === 0) return null
  const average = marks.reduce((sum, times, index) => sum + times * (index + 1), 0) / count
  const squares = marks.reduce((sum, times, index) => sum + times * (index + 1 - average) ** 2, 0)
  return { count, average: toTwoDigits(average), deviation: toTwoDigits(Math.sqrt(squares / count)) }
}
