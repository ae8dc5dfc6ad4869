import type { Flow } from '@pregoner/shared'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isRecord(one) || !isRecord(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every(key => isSame(one[key], other[key]))
}

/** Whether two drawings say the same, in whatever order their fields are written. */
export const isSameDrawing = (one: Flow, other: Flow): boolean => isSame(one, other)
