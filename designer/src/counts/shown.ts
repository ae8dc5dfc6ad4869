import { type CountPeriod, type Period, periods } from '@pregoner/shared'
import { create } from 'zustand'
import { type Look, looks } from './counts-index.ts'

export type CountsShown = 'off' | CountPeriod

const STORED_AS = 'pregoner.counts'

interface Remembered {
  period: 'off' | Period
  look: Look
}

function remembered(): Remembered {
  try {
    const { period, look } = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}')
    return {
      period: period === 'off' ? 'off' : (periods.find(known => known === period) ?? 'today'),
      look: looks.find(known => known === look) ?? 'width',
    }
  } catch {
    return { period: 'today', look: 'width' } // nothing kept, or a browser that forbids storage
  }
}

function remember(kept: Remembered): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(kept))
  } catch {
    // remembered for this visit only
  }
}

interface Shown extends Remembered {
  /** Versions belong to one flow, so they are chosen for it alone and for this visit. */
  since: ReadonlyMap<string, number>
}

/** What this person wants to see of the counts, on every drawing. */
export const useShown = create<Shown>(() => ({ ...remembered(), since: new Map() }))

export function choosePeriod(flowId: string, shown: CountsShown): void {
  const { look, since } = useShown.getState()
  const period = shown === 'off' ? 'off' : periods.find(known => known === shown)
  const others = new Map([...since].filter(([id]) => id !== flowId))
  if (period) {
    remember({ period, look })
    useShown.setState({ period, since: others })
  } else useShown.setState({ since: new Map([...others, [flowId, Number(shown.slice(1))]]) })
}

export function chooseLook(look: Look): void {
  remember({ period: useShown.getState().period, look })
  useShown.setState({ look })
}

/** The period of the counts on the drawing of a flow. */
export const useCountsShown = (flowId: string): CountsShown =>
  useShown(({ period, since }): CountsShown => {
    const version = since.get(flowId)
    return version === undefined ? period : `v${version}`
  })

/** The period for lists, which are there even while the drawing shows no counts. */
export const listedPeriod = (shown: CountsShown): CountPeriod => (shown === 'off' ? '30d' : shown)
