import type { Flow } from '@pregoner/shared'
import { type DrawnNode, drawnFlow, goodbye, menu, node, say, start } from './drawn-flow.ts'

/** A drawing of many steps: menus, messages and values by turns, each menu with a way back to the first. */
export function largeFlow(count: number): Flow {
  const nodes: Record<string, DrawnNode> = { start: start('hola') }
  const ways = ['start.next > n0']
  for (let index = 0; index < count; index++) {
    const next = index + 1 < count ? `n${index + 1}` : 'bye'
    if (index % 3 === 0) {
      nodes[`n${index}`] = menu(['Endavant', 'Inici', 'Salta'])
      ways.push(
        `n${index}.a > ${next}`,
        `n${index}.b > n0`,
        `n${index}.c > ${index + 3 < count ? `n${index + 3}` : 'bye'}`,
        `n${index}.other > ${next}`,
      )
    } else {
      nodes[`n${index}`] =
        index % 3 === 1
          ? say('Hola')
          : node('set_value', { assignments: [{ target: 'answer', name: `x${index}`, value: { ca: '1' } }] })
      ways.push(`n${index}.next > ${next}`)
    }
  }
  return drawnFlow({ ...nodes, bye: { ...goodbye, config: { text: { ca: '{{x2}} {{x5}}' } } } }, ways)
}
