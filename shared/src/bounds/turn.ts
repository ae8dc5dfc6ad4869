import { isMore, type Level, nothingSent } from './level.ts'
import { heardAt, type Walking } from './walk.ts'

/** The most messages that one thing a citizen says can bring, wherever they are; null when there is no limit. */
export function mostInATurn(walking: Walking): number | null {
  const { places } = walking
  const passing = places.map(({ ways }) => ways.filter(({ hasWaited }) => !hasWaited))
  const waiting = new Array<number>(places.length).fill(0)
  for (const { to } of passing.flat()) waiting[to] = (waiting[to] ?? 0) + 1
  const arriving: Level[] = places.map(() => nothingSent)
  const open = [...places.keys()].filter(at => waiting[at] === 0)
  let most = 0
  let seen = 0
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    seen++
    const here = arriving[at] ?? nothingSent
    const heard = heardAt(walking, at, here)
    most = Math.max(most, heard.count, places[at]?.later.most ? 1 : 0)
    for (const { to, isSilent, isMute } of passing[at] ?? []) {
      const level = isSilent || isMute ? here : heard
      if (isMore(level, arriving[to] ?? nothingSent)) arriving[to] = level
      waiting[to] = (waiting[to] ?? 0) - 1
      if (waiting[to] === 0) open.push(to)
    }
  }
  return seen < places.length ? null : most
}
