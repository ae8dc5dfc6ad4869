/** One measured figure; `against` is what it was measured beside in the same run, null when it stands alone. */
export interface Figure {
  name: string
  value: number
  unit: string
  against: string | null
}

const shown = (value: number) => (Number.isInteger(value) ? String(value) : value.toPrecision(4))

/** Prints figures as a table, or as one JSON object a line. */
export function report(title: string, figures: readonly Figure[], asJson: boolean): void {
  if (asJson) {
    for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`)
    return
  }
  const names = Math.max(...figures.map(({ name }) => name.length))
  const lines = figures.map(
    ({ name, value, unit, against }) =>
      `  ${name.padEnd(names)}  ${shown(value).padStart(10)} ${unit}${against ? `   against ${against}` : ''}`,
  )
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`)
}

/** The value below which `share` of the sorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Microseconds of processor time that `run` takes. */
export function cpuMicros(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
