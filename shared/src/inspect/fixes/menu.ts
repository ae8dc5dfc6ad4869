import type { Drawing, Step, Way } from '../drawing.ts'
import { asksPersonalData } from '../flows.ts'
import { type Arrivals, arrivals, bitsFor } from '../paths.ts'
import type { Inspection } from '../rule.ts'
import { isRunByOthersOnly } from '../variables.ts'

/** How a button names a step: as the officer did, else by its type. */
export const nameOf = ({ places }: Drawing, id: string): string =>
  places.get(id)?.name?.trim() || places.get(id)?.type || id

const isMenu = (step: Step | undefined): step is Step =>
  step?.definition.isPlace === true && step.exits.every(({ id }) => step.definition.waits?.(step.config, id) === true)

const menus = new WeakMap<Drawing, string | null>()

/** The menu people go back to: the main menu, else the first one they come to. A flow others run goes back to those. */
export function menuOf(inspection: Inspection): string | null {
  const before = menus.get(inspection.drawing)
  if (before !== undefined) return before
  const found = findMenu(inspection)
  menus.set(inspection.drawing, found)
  return found
}

function findMenu(inspection: Inspection): string | null {
  const { drawing } = inspection
  const { mainMenu } = drawing.flow.settings
  if (mainMenu !== null && isMenu(drawing.steps.get(mainMenu))) return mainMenu
  if (isRunByOthersOnly(inspection) && drawing.starts.length > 0) return null
  return drawing.order.find(id => isMenu(drawing.steps.get(id))) ?? null
}

const consents = bitsFor([])
const known = new WeakMap<Drawing, Arrivals | null>()

/** Where consent may be missing; null when nothing in the drawing needs it. */
function consentIn({ drawing, flows }: Inspection): Arrivals | null {
  const before = known.get(drawing)
  if (before !== undefined) return before
  const isNeeded = [...drawing.steps.values()].some(step => asksPersonalData(step, flows))
  const roots = drawing.starts.length > 0 ? drawing.starts : drawing.order
  const found = isNeeded
    ? arrivals(drawing, flows, consents, { roots, known: { unset: consents.consent, set: 0n }, told: new Map() })
    : null
  known.set(drawing, found)
  return found
}

/** Whether people who leave a step so may go on at `to` without having agreed to less than those who come there now. */
export function mayLead(inspection: Inspection, from: string, exit: string, to: string): boolean {
  const found = consentIn(inspection)
  if (!found) return true
  const missing = found.unsetAfter(from, exit)
  return missing === 0n || found.unset.get(to) === missing
}

const ways = new WeakMap<Drawing, ReadonlyMap<string, Way>>()

/** The first way by which people come to a step from another one. */
export function wayTo(drawing: Drawing, to: string): Way | undefined {
  const found = ways.get(drawing) ?? firstWays(drawing)
  ways.set(drawing, found)
  return found.get(to)
}

const firstWays = ({ order, ways }: Drawing): ReadonlyMap<string, Way> =>
  new Map(
    order
      .flatMap(id => ways.get(id) ?? [])
      .filter(({ from, to }) => from !== to)
      .toReversed()
      .map(way => [way.to, way]),
  )
