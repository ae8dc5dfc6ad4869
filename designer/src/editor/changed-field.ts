const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * The one text in which two configs differ, like `options.2.label.ca`; null when more has changed, or something that is
 * not a text. Letters typed into one field can so be told from a choice made.
 */
export const changedField = (before: unknown, after: unknown): string | null => {
  const path: string[] = []
  let [old, now] = [before, after]
  while (isRecord(old) && isRecord(now)) {
    const [left, right]: [Record<string, unknown>, Record<string, unknown>] = [old, now]
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])]
    const [key, ...others] = keys.filter(name => left[name] !== right[name])
    if (key === undefined || others.length > 0) return null
    path.push(key)
    old = left[key]
    now = right[key]
  }
  const isTyped = (value: unknown) => typeof value === 'string' || value === undefined
  return path.length > 0 && isTyped(old) && isTyped(now) ? path.join('.') : null
}
