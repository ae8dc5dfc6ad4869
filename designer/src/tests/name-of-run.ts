import type { ToldLine } from '@pregoner/shared'
import type { Names } from '../simulator/names.ts'

const MAX_PART_CHARS = 40

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MAX_PART_CHARS ? `${line.slice(0, MAX_PART_CHARS - 1).trimEnd()}…` : line
}

/** What a run is about: how it began and what came of it, a department where there is one. */
export function partsOfRun(
  lines: readonly ToldLine[],
  names: Pick<Names, 'department'>,
): { first: string; last: string } {
  const said = lines.flatMap(line => (line.kind === 'citizen' && line.text !== '' ? [line.text] : []))
  const department = lines
    .flatMap(line => (line.kind === 'effect' && line.facts.departmentId ? [line.facts.departmentId] : []))
    .at(-1)
  const last = department ? names.department(department) : (said.at(-1) ?? '')
  return { first: shortened(said[0] ?? ''), last: shortened(last) }
}
