import { type FlowNode, nodeTypes } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { exitsOf } from '../editor/exits.ts'
import { exampleFor, exitHelp, helpWords } from './help.ts'

const nodeOf = (type: string, config: object): FlowNode => ({
  id: 'step',
  type,
  position: { x: 0, y: 0 },
  config: { ...config },
})

describe.each(nodeTypes.map(({ type, blank }) => [type, blank] as const))('the help for %s', (type, blank) => {
  test('gives an example', () => {
    expect(exampleFor(type)).not.toBe('')
  })

  test('explains every exit', () => {
    const node = nodeOf(type, blank)
    const explained = exitHelp(node).flatMap(({ exits }) => exits)
    expect(explained.sort()).toEqual(
      exitsOf(node)
        .map(({ id }) => id)
        .sort(),
    )
  })
})

test('only plain continuations are explained as such', () => {
  const next = helpWords.catalogues.ca['exit.next']
  const plain = nodeTypes.flatMap(({ type, blank }) =>
    exitHelp(nodeOf(type, blank)).flatMap(({ words, exits }) => (words === next ? exits : [])),
  )
  expect([...new Set(plain)]).toEqual(['next'])
})

test('a closed dialogue is not a closed office', () => {
  const [closed] = exitHelp(
    nodeOf('department_route', {
      ...nodeTypes.find(({ type }) => type === 'department_route')?.blank,
      mode: 'dialogue',
    }),
  )
  expect(closed?.words).toBe(helpWords.catalogues.ca['exit.dialogue_closed'])
})
