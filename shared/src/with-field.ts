const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function withValue(value: unknown, [key, ...path]: string[], inner: unknown): unknown {
  if (key === undefined) return inner
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? withValue(item, path, inner) : item))
  }
  return isRecord(value) && Object.hasOwn(value, key) ? { ...value, [key]: withValue(value[key], path, inner) } : value
}

/** A config with another value at `field`, a path like `branches.0.node`; a field it has not got changes nothing. */
export function withField(config: Record<string, unknown>, field: string, inner: unknown): Record<string, unknown> {
  const changed = withValue(config, field.split('.'), inner)
  return isRecord(changed) ? changed : config
}
