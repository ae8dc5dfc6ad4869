import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeliveryReport } from '../../runtime/src/channels/channel.ts'
import { type FaultKind, faultKinds, injectFault, isStruckBy } from './fault-injector.ts'
import { type Lab, openLab } from './lab.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { figuresBothWays } from './recounted.ts'
import { type Happening, scripts } from './scripts.ts'

let lab: Lab
let people = 0

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab?.close())

const MAX_TRIES = 5
/** Longer than a send waits for its outcome, and than a job stays claimed. */
const WAITS_MS = [31_000, 95_000]

/** Plays a script for somebody new while the write number `at` fails. After a crash the next life goes on. */
async function play(script: Happening[], at: number, kind: FaultKind): Promise<{ outcome: Outcome; writes: string[] }> {
  const phone = `34600${String(people++).padStart(6, '0')}`
  const { stores, adapter, writes, isDead } = injectFault(lab.stores, lab.adapter, at, kind)
  let life = lab.begin(stores, adapter)
  let hasStruck = false
  const reported = new Set<string>()

  const revive = () => {
    if (isDead() && life.stores === stores) life = lab.begin()
  }
  async function acknowledged(happen: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      try {
        return await happen()
      } catch {
        revive()
      }
    }
    throw new Error('never acknowledged')
  }
  async function settle(): Promise<void> {
    const isAlive = await lab.settle(life, () => life.stores === stores && isDead())
    if (!isAlive) revive()
    if (!isAlive) await lab.settle(life)
  }
  /** The platform tells of everything it has taken, once it was acknowledged. */
  async function report(): Promise<void> {
    for (const { effectId, to } of [...lab.platform.handedOver]) {
      if (to.value !== phone || reported.has(effectId)) continue
      reported.add(effectId)
      const delivered: DeliveryReport = {
        ...{ kind: 'status', platformId: `platform-${effectId}`, effectId, status: 'delivered' },
        ...{ error: null, againAfterMs: null, at: lab.clock.now() },
      }
      await acknowledged(() => life.pipeline.receive.items(lab.channel, [delivered]))
    }
  }

  for (const happening of script) {
    await acknowledged(() => happening(life, lab, phone))
    await settle()
    await report()
    if (hasStruck || writes.length <= at || at < 0) continue
    hasStruck = true
    for (const ms of WAITS_MS) {
      lab.clock.advance(ms)
      await settle()
      await settle()
      await report()
    }
  }
  await life.pipeline.stop()
  return { outcome: await outcomeOf(lab, phone), writes }
}

const differences = (found: Outcome, wanted: Outcome) =>
  (Object.keys(wanted) as (keyof Outcome)[]).flatMap(part =>
    isDeepStrictEqual(found[part], wanted[part]) ? [] : [{ part, found: found[part], wanted: wanted[part] }],
  )

describe.each(Object.entries(scripts))('%s', (_name, script) => {
  let calm: { outcome: Outcome; writes: string[] }

  beforeAll(async () => {
    calm = await play(script, -1, 'error_before')
    expect(calm.outcome.heard).not.toEqual([])
    expect(calm.outcome).toMatchObject({ outbox: [], unfinished: [] })
  })

  // C1–C3 before the answer, C4 and C5 before the commit, C6 and C7 about it, C8 projections, C9 and C10 sends.
  test.each(faultKinds)('comes to the same end whatever write is struck by %s', async kind => {
    const differing: object[] = []
    for (const [at, name] of calm.writes.entries()) {
      if (!isStruckBy(kind, at)) continue
      const { outcome } = await play(script, at, kind)
      const differs = differences(outcome, calm.outcome)
      if (differs.length > 0) differing.push({ at, name, differs })
    }
    console.log(`${calm.writes.length} writes struck by ${kind}, ${differing.length} ended differently`)
    expect(differing).toEqual([])
  })
})

test('after all of it the town’s figures equal a recount of what is stored', async () => {
  const { counted, byHand } = await figuresBothWays(lab)
  expect(byHand.talk.messagesIn).toBeGreaterThan(people)
  expect(counted).toEqual(byHand)
})
