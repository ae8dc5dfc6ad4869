import { id } from '@pregoner/shared'
import { describe, expect, it } from 'vitest'
import { readableId } from './readable-id.ts'

describe('a readable id', () => {
  it.each([
    ['Parcs i jardins', [], 'parcs_i_jardins'],
    ['Parcs i jardins', ['parcs_i_jardins'], 'parcs_i_jardins_2'],
    ['Parcs i jardins', ['parcs_i_jardins', 'parcs_i_jardins_2'], 'parcs_i_jardins_3'],
    ['  Col·legi / Il·luminació! ', [], 'collegi_illuminacio'],
    ['12 hores', [], '12_hores'],
    ['🦺', [], 'option'],
    ['constructor', [], 'option'],
    ['x'.repeat(90), [], 'x'.repeat(40)],
  ])('of %s beside %j is %s', (label, taken, wanted) => {
    expect(readableId(label, taken)).toBe(wanted)
    expect(id.safeParse(readableId(label, taken)).success).toBe(true)
  })
})
