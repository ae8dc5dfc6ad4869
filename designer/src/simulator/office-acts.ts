import { type Act, type Setup, simulate, simulatedOffice, type TownData, type TownFlows } from '@pregoner/shared'

interface Playing {
  flows: TownFlows
  setup: Setup
  town: TownData
}

const MAX_ANSWERS = 5 // one question to the office may lead to the next, never round in circles

const officeAnswer = ({ flows, setup, town }: Playing, acts: readonly Act[]): Act | null => {
  const { session, lines, now } = simulate(flows, setup, acts)
  return session.wait?.kind === 'effect' ? simulatedOffice(lines, town, now) : null
}

/** The acts with what the office that gives appointments says to them: it answers at once, by the town's own rules. */
export function withOffice(playing: Playing, acts: readonly Act[]): readonly Act[] {
  let done = acts
  for (let answers = 0; answers < MAX_ANSWERS; answers++) {
    const next = officeAnswer(playing, done)
    if (!next) break
    done = [...done, next]
  }
  return done
}

/** The acts without the last thing the officer did, and without what the office said to it. */
export function withoutLast(playing: Playing, acts: readonly Act[]): readonly Act[] {
  let done = acts.slice(0, -1)
  while (done.length > 0 && acts[done.length]?.kind === 'service' && officeAnswer(playing, done))
    done = done.slice(0, -1)
  return done
}
