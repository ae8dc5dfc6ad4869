import { expect, test } from 'vitest'
import { flowAddress, parseTrail } from './trail.ts'

test('a trail travels in the address and back', () => {
  const trail = [
    { flow: 'town-menu', node: 'subflow-1' },
    { flow: 'mailbox', node: 'subflow_2' },
  ]
  const address = flowAddress({ townKey: 'manresa', flow: 'consent', step: 'ask', trail })
  expect(address).toBe('/t/manresa/flows/consent?via=town-menu:subflow-1,mailbox:subflow_2&step=ask')
  expect(parseTrail(new URL(address, 'http://localhost').searchParams.get('via'))).toEqual(trail)
  expect(flowAddress({ townKey: 'manresa', flow: 'consent' })).toBe('/t/manresa/flows/consent')
})

test.each([null, '', 'flow', 'a:b:c', 'a:', ':b', '../..:x', 'a:b,<script>:x', 'constructor:x'])(
  'what is no trail leads nowhere: %s',
  text => expect(parseTrail(text)).toEqual([]),
)

test('a trail without end keeps its nearest steps', () => {
  const long = Array.from({ length: 20 }, (_, index) => `f${index}:n`).join(',')
  expect(parseTrail(long)).toHaveLength(8)
  expect(parseTrail(long).at(-1)).toEqual({ flow: 'f19', node: 'n' })
})
