import { z } from 'zod'
import { fromTownTime, townDate } from '../calendar.ts'
import { defineNode, type Scene } from '../node.ts'

const config = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('for'), minutes: z.number().positive().max(525_600) }),
  /** The next time it is this hour in the town. */
  z.strictObject({ mode: z.literal('until_time'), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
])

const MS_A_DAY = 86_400_000

function nextTime(time: string, { now, town }: Scene): Date {
  const today = fromTownTime(townDate(now, town.timeZone), time, town.timeZone)
  if (today > now) return today
  return fromTownTime(townDate(new Date(now.getTime() + MS_A_DAY), town.timeZone), time, town.timeZone)
}

/** Lets time pass before it goes on. */
export const wait = defineNode({
  type: 'wait',
  family: 'decides',
  config,
  blank: { mode: 'for', minutes: 60 },
  waits: () => true,
  timeouts: config => [{ exit: 'next', minutes: config.mode === 'for' ? config.minutes : 0 }],
  exits: () => [{ id: 'next' }],
  enter: (config, scene) =>
    config.mode === 'for'
      ? { wait: { kind: 'delay', minutes: config.minutes } }
      : { wait: { kind: 'delay', minutes: null, until: nextTime(config.time, scene) } },
  resume: (_config, input) => (input.kind === 'timeout' ? { exit: 'next' } : { stay: true }),
})
