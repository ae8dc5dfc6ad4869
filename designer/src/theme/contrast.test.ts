import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast } from './contrast.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

const tokensOf = (scheme: 'light' | 'dark') => {
  const start = css.indexOf(`[data-mantine-color-scheme="${scheme}"] {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(found => [found[1], found[2]] as const))
}

const families = ['starts', 'says', 'asks', 'decides', 'hands-on', 'canvas'].map(name => `family-${name}`)
const statuses = ['new', 'progress', 'resolved', 'late', 'neutral']

const texts: [string, string][] = [
  ...['ink', 'muted', 'primary', 'accent-ink'].flatMap(text =>
    ['paper', 'surface', 'sunken'].map((ground): [string, string] => [text, ground]),
  ),
  ...[...families, ...statuses].flatMap(name =>
    ['surface', 'paper', `${name}-soft`].map((ground): [string, string] => [name, ground]),
  ),
  ...['heat-1-soft', 'heat-2-soft', 'heat-3-soft', 'heat-4-soft'].map((ground): [string, string] => ['ink', ground]),
  ['ink', 'hover'],
  ['muted', 'hover'],
  ['primary', 'primary-soft'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['accent-ink', 'accent-soft'],
  ['on-phone-bar', 'phone-bar'],
  ...['bubble-in', 'bubble-out'].flatMap(ground =>
    ['bubble-ink', 'bubble-muted', 'bubble-link'].map((text): [string, string] => [text, ground]),
  ),
]

const heats = ['heat-1', 'heat-2', 'heat-3', 'heat-4']

const shapes: [string, string][] = [
  ['line-strong', 'surface'],
  ['line-strong', 'paper'],
  ['focus', 'paper'],
  ...heats.map((heat): [string, string] => [heat, 'paper']),
  ...['plot-1', 'plot-2', 'plot-3', 'plot-4'].map((plot): [string, string] => [plot, 'surface']),
]

describe.each(['light', 'dark'] as const)('the %s colours', scheme => {
  const tokens = tokensOf(scheme)
  const ratio = (one: string, other: string) => contrast(tokens.get(one) ?? '#000000', tokens.get(other) ?? '#000000')

  test.each(texts)('%s can be read on %s', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(shapes)('%s can be told from %s', (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3)
  })
})
