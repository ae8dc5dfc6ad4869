import { componentsOf } from './components.ts'
import { begin, ended, furthest, goneTalking, heardAt, type Stand, type Walking } from './walk.ts'

const WORK_PER_PLACE = 60 // drawings of people need four or five; what takes more is bounded roughly

type Leave = (stand: Stand) => void

/**
 * The way on which most is said from one place, coming to no place twice; arriving at a place for the second time ends
 * it, with what is said there. Rings are opened at the place where they are entered. Where a ring is entered at several
 * places it is gone round before and after one of them, and where that would take too long all its places are added up:
 * both may tell more than can happen, never less (`isRough`).
 */
export function longestWay(walking: Walking, start: number): { end: Stand; isRough: boolean } {
  const { places } = walking
  let end = ended(walking, begin(start), true)
  let isRough = false
  let work = places.length * WORK_PER_PLACE

  const come = (stand: Stand) => {
    end = furthest(end, ended(walking, stand, true))
  }
  const arriveAgain = (stand: Stand) => {
    const heard = heardAt(walking, stand.place, stand)
    end = furthest(end, { ...stand, count: heard.count, fill: heard.fill })
  }

  function leave(stand: Stand, to: Leave): void {
    come(stand)
    for (const way of places[stand.place]?.ways ?? []) to(goneTalking(walking, stand, way))
  }

  /** Adds everything up that can be said in a ring. */
  function addUp(group: readonly number[], entered: ReadonlyMap<number, Stand>, out: Leave): void {
    isRough = true
    const first = [...entered.values()].reduce<Stand | undefined>(furthest, undefined)
    if (!first) return
    const said = group.reduce((sum, at) => {
      const { pieces = [], later } = places[at] ?? {}
      return sum + pieces.length + (later?.[walking.counting] ?? 0)
    }, 0)
    const again = Math.max(...group.map(at => places[at]?.pieces.length ?? 0))
    const inside = new Set(group)
    for (const at of group) {
      const all = { ...first, place: at, count: first.count + said, fill: Number.POSITIVE_INFINITY, before: first }
      end = furthest(end, { ...all, count: all.count + again })
      for (const { exit, to } of places[at]?.ways ?? []) {
        if (!inside.has(to)) out({ ...all, place: to, exit, before: all })
      }
    }
  }

  /** Opens a ring where it is entered: nobody comes to that place twice. */
  function open(group: readonly number[], entered: ReadonlyMap<number, Stand>, out: Leave): void {
    const [only, ...others] = [...entered.keys()]
    const head = others.length === 0 ? only : (others.find(at => places[at]?.isMenu) ?? only)
    if (head === undefined) return
    const rest = new Set(group.filter(at => at !== head))
    let atHead = entered.get(head)
    if (others.length > 0) {
      const before = new Map([...entered].filter(([at]) => at !== head))
      walk(rest, before, stand => {
        if (stand.place === head) atHead = furthest(atHead, stand)
        else out(stand)
      })
    }
    if (!atHead) return
    const behind = new Map<number, Stand>()
    const passOn: Leave = stand => {
      if (stand.place === head) arriveAgain(stand)
      else if (rest.has(stand.place)) behind.set(stand.place, furthest(behind.get(stand.place), stand))
      else out(stand)
    }
    leave(atHead, passOn)
    walk(rest, behind, stand => (stand.place === head ? arriveAgain(stand) : out(stand)))
  }

  function walk(inside: ReadonlySet<number>, entries: ReadonlyMap<number, Stand>, out: Leave): void {
    if (entries.size === 0) return
    work -= inside.size
    const isSpent = work < 0
    const standing = new Map(entries)
    const groups = componentsOf(places, inside)
    for (const group of groups) {
      const own = new Set(group)
      const entered = new Map(group.flatMap(at => standing.get(at) ?? []).map(stand => [stand.place, stand]))
      const passOn: Leave = stand => {
        if (!inside.has(stand.place)) out(stand)
        else if (own.has(stand.place)) arriveAgain(stand)
        else standing.set(stand.place, furthest(standing.get(stand.place), stand))
      }
      const [first] = entered.values()
      if (!first) continue
      if (group.length === 1) leave(first, passOn)
      else if (isSpent) addUp(group, entered, passOn)
      else open(group, entered, passOn)
    }
  }

  walk(new Set(places.keys()), new Map([[start, begin(start)]]), () => {})
  return { end, isRough }
}
