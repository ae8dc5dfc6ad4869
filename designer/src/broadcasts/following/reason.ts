/** Codes of the WhatsApp Cloud API's error table, by what they mean to an officer. */
const byCode = new Map([
  ...[131_021, 131_026, 131_030, 131_062].map(code => [code, 'unreachable'] as const),
  [131_047, 'window'] as const,
  [131_049, 'held_back'] as const,
  [131_050, 'opted_out'] as const,
  [130_472, 'experiment'] as const,
  [130_497, 'country'] as const,
  [131_053, 'file'] as const,
  ...[132_000, 132_001, 132_005, 132_007, 132_012, 132_015, 132_016, 132_018].map(code => [code, 'template'] as const),
  ...[100, 131_008, 131_009, 131_051, 135_000].map(code => [code, 'bad_value'] as const),
])

type OfCode = typeof byCode extends Map<number, infer Known> ? Known : never
type Meaning = OfCode | 'no_outcome' | 'too_late' | 'other'

/** What a failure means; of an unknown one only the platform's own words are left. */
export function meaningOf(reason: string): { meaning: Meaning; words: string } {
  if (reason === 'no outcome') return { meaning: 'no_outcome', words: '' }
  const [code = '', ...rest] = reason.split(' ')
  const words = rest.join(' ')
  if (words === 'too late') return { meaning: 'too_late', words: '' }
  return { meaning: byCode.get(Number(code)) ?? 'other', words: words || reason }
}

/** Failures that mean the same counted together, the most frequent first. */
export function byMeaning(reasons: readonly { reason: string; count: number }[]) {
  const counted = new Map<string, { meaning: Meaning; words: string; count: number }>()
  for (const { reason, count } of reasons) {
    const { meaning, words } = meaningOf(reason)
    const key = meaning === 'other' ? reason : meaning
    const known = counted.get(key)
    counted.set(key, { meaning, words, count: (known?.count ?? 0) + count })
  }
  return [...counted].map(([key, one]) => ({ key, ...one })).sort((a, b) => b.count - a.count)
}
