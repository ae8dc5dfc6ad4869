import type { Finding } from '../problem.ts'
import type { Inspection } from '../rule.ts'
import { type Fix, freshId, freshNode, joined, placeBeside, withEdges } from './fix.ts'
import { mayLead, menuOf, nameOf } from './menu.ts'

const exitOf = ({ values }: Finding) => String(values?.exit ?? '')
const openExits = ['exit_unconnected', 'edge_end_missing', 'edge_to_canvas'] as const

const isOptional = ({ drawing }: Inspection, { node, values }: Finding) =>
  drawing.steps.get(node ?? '')?.exits.some(exit => exit.id === values?.exit && exit.isOptional) === true

/** Takes lines away that nobody can follow; of two from one exit the one that is followed stays. */
export const removeLine: Fix = {
  codes: ['edge_exit_missing', 'edge_from_missing', 'exit_doubled', 'edge_end_missing', 'edge_to_canvas'],
  plan(finding, inspection) {
    const { flow, drawing } = inspection
    const { code, node, edge } = finding
    if (code === 'edge_from_missing') {
      return { apply: () => withEdges(flow, one => one.id !== edge || drawing.places.has(one.from)) }
    }
    const same = (drawing.edges.get(node ?? '') ?? []).filter(one => one.exit === exitOf(finding))
    if (code === 'edge_exit_missing') return { apply: () => withEdges(flow, one => !same.includes(one)) }
    if (code === 'exit_doubled') {
      const followed = same.findLast(({ to }) => drawing.places.has(to))
      return { apply: () => withEdges(flow, one => one === followed || !same.includes(one)) }
    }
    return isOptional(inspection, finding) ? { apply: () => withEdges(flow, one => !same.includes(one)) } : null
  },
}

/** Joins an exit to the menu people go back to. */
export const joinMenu: Fix = {
  codes: openExits,
  plan(finding, inspection) {
    const { flow, drawing } = inspection
    const menu = menuOf(inspection)
    const { node } = finding
    if (menu === null || node === undefined || !mayLead(inspection, node, exitOf(finding), menu)) return null
    return { values: { fixName: nameOf(drawing, menu) }, apply: () => joined(flow, node, exitOf(finding), menu) }
  },
}

/** Puts an end behind an exit of a flow without a menu. */
export const addEnd: Fix = {
  codes: openExits,
  plan(finding, { flow, drawing }) {
    const from = drawing.places.get(finding.node ?? '')
    if (!from) return null
    return {
      apply() {
        const end = freshNode(flow, 'end', placeBeside(flow, from, 1))
        return joined({ ...flow, nodes: [...flow.nodes, end] }, from.id, exitOf(finding), end.id)
      },
    }
  },
}

/** Gives the second of two lines with one id another one; nobody sees it. */
export const renumberLine: Fix = {
  codes: ['edge_id_repeated'],
  plan: ({ edge }, { flow }) => ({
    apply() {
      const first = flow.edges.findIndex(({ id }) => id === edge)
      const same = flow.edges.flatMap(({ id }, index) => (id === edge && index > first ? [index] : []))
      const fresh = freshId(flow, 'edge')
      const ids = new Map(same.map((index, count) => [index, count === 0 ? fresh : `${fresh}-${count}`]))
      return { ...flow, edges: flow.edges.map((one, index) => ({ ...one, id: ids.get(index) ?? one.id })) }
    },
  }),
}
