/** One figure; `against` is what it is measured against, in words. */
export interface Figure {
  name: string
  value: number
  unit: string
  against: string
}

const rounded = (value: number) => Number(value.toPrecision(3))

/** A table for people, or one JSON object a line for programs. */
export function report(title: string, figures: readonly Figure[], isJson: boolean): void {
  if (isJson) {
    for (const figure of figures) console.log(JSON.stringify({ ...figure, value: rounded(figure.value) }))
    return
  }
  console.log(`\n${title}`)
  console.table(figures.map(({ name, value, unit, against }) => ({ name, value: rounded(value), unit, against })))
}

/** CPU time of this process that `run` takes, in microseconds. */
export function cpuOf(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** The value below which `share` of all lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
