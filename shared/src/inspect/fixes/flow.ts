import { type Fix, freshNode, joined, placeBeside, withEdges } from './fix.ts'
import { menuOf, nameOf } from './menu.ts'

/** Lets "0" lead to the first menu people come to, or to the beginning where there is none. */
export const chooseMenu: Fix = {
  codes: ['main_menu_lost'],
  plan(_finding, inspection) {
    const { flow, drawing } = inspection
    const mainMenu = menuOf(inspection)
    const values = { fixName: mainMenu === null ? '' : nameOf(drawing, mainMenu) }
    return { values, apply: () => ({ ...flow, settings: { ...flow.settings, mainMenu } }) }
  },
}

/** Makes the first language of the flow its main one. */
export const chooseLanguage: Fix = {
  codes: ['default_language_missing'],
  plan(_finding, { flow }) {
    const [first] = flow.languages
    return first ? { values: { fixLanguage: first }, apply: () => ({ ...flow, defaultLanguage: first }) } : null
  },
}

/** Puts a start before the step that nothing leads to. */
export const addStart: Fix = {
  codes: ['start_missing'],
  plan(_finding, { flow, drawing }) {
    const led = new Set([...drawing.ways.values()].flat().map(({ to }) => to))
    const ids = [...drawing.places.keys()]
    const first = drawing.places.get(ids.find(id => !led.has(id)) ?? ids[0] ?? '')
    if (!first) return null
    return {
      apply() {
        const start = freshNode(flow, 'start', placeBeside(flow, first, -1))
        return joined({ ...flow, nodes: [start, ...flow.nodes] }, start.id, 'next', first.id)
      },
    }
  },
}

/** Takes a single step away that nobody can come to. */
export const removeStep: Fix = {
  codes: ['unreachable'],
  plan({ node }, { flow }) {
    if (node === flow.settings.mainMenu) return null
    return {
      apply: () => ({
        ...withEdges(flow, ({ from, to }) => from !== node && to !== node),
        nodes: flow.nodes.filter(({ id }) => id !== node),
      }),
    }
  },
}
