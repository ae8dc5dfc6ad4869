import {
  type Act,
  type Flow,
  type Language,
  type Passage,
  type Setup,
  type Simulation,
  simulate,
  simulatedFlows,
  type TownData,
} from '@pregoner/shared'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'

import { withOffice, withoutLast } from './office-acts.ts'

const SAMPLE_NAME = 'Joana'

export interface Player {
  simulation: Simulation
  setup: Setup
  acts: readonly Act[]
  play(act: Act): void
  back(): void
  restart(): void
  speak(language: Language | null): void
  rename(name: string): void
}

interface Options {
  flow: Flow
  town: TownData
  otherFlows: readonly Flow[]
  /** A conversation to begin with. */
  recording: { setup: Setup; acts: readonly Act[] } | null
  onPath(passages: Passage[]): void
}

/** Somebody the town does not know yet, who writes now. */
export const freshSetup = (): Setup => ({
  name: SAMPLE_NAME,
  language: null,
  startsAt: new Date().toISOString(),
  seed: 1,
})

/** A simulation that is played again whenever the draft, the contact or the list of acts changes. */
export function useSimulation({ flow, town, otherFlows, recording, onPath }: Options): Player {
  const [setup, setSetup] = useState<Setup>(() => recording?.setup ?? freshSetup())
  const [acts, setActs] = useState<readonly Act[]>(recording?.acts ?? [])
  const drawing = useDeferredValue(flow)
  const flows = useMemo(() => simulatedFlows(drawing, otherFlows, town), [drawing, otherFlows, town])
  const simulation = useMemo(() => simulate(flows, setup, acts), [flows, setup, acts])

  useEffect(() => {
    onPath(simulation.passages.filter(({ flowId }) => flowId === drawing.id))
  }, [simulation, drawing.id, onPath])

  const playing = { flows, setup, town }
  return {
    simulation,
    setup,
    acts,
    play: act => setActs(done => withOffice(playing, [...done, act])),
    back: () => setActs(done => withoutLast(playing, done)),
    restart: () => {
      setActs([])
      setSetup(before => ({ ...before, startsAt: new Date().toISOString(), seed: before.seed + 1 }))
    },
    speak: language => setSetup(before => ({ ...before, language })),
    rename: name => setSetup(before => ({ ...before, name })),
  }
}
