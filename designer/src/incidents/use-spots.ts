import type { IncidentSummary } from '@pregoner/shared'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { type IncidentFilter, readIncidentSpots } from '../api/incidents.ts'
import { type MapSpot, receiveSpots, type Spots, spotsById } from './spots.ts'

const DRAW_EVERY_MS = 200 // a storm of reports would draw ten thousand places anew for each
const ASK_AGAIN_MS = 5_000
const REFRESH_MS = 30_000 // what is due becomes late without anybody doing anything
const nowhere: MapSpot[] = []

/** Where everything is that the filter matches, kept up to date by what the list hears; read only while `isWanted`. */
export function useSpots(town: string, filter: IncidentFilter, me: string, isWanted: boolean) {
  const [spots, setSpots] = useState<Spots | null>(null)
  const [isCut, setCut] = useState(false)
  const [reading, setReading] = useState(0)
  const heard = useRef<IncidentSummary[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const readAgain = () => setReading(before => before + 1)

  /** What has been heard meanwhile, as a change of what was read. */
  const whatWasHeard = useEffectEvent(() => {
    const arrived = heard.current
    const reader = { me, now: new Date() }
    heard.current = []
    return (known: Spots) => (arrived.length === 0 ? known : receiveSpots(known, arrived, filter, reader))
  })

  // `reading` is raised when all has to be read anew.
  useEffect(() => {
    if (!isWanted) return
    const aborting = new AbortController()
    let again: ReturnType<typeof setTimeout> | undefined
    heard.current = []
    readIncidentSpots(town, filter, aborting.signal)
      .then(read => {
        setCut(read.isCut)
        setSpots(whatWasHeard()(spotsById(read)))
      })
      .catch(() => {
        if (aborting.signal.aborted) return
        setSpots(null)
        again = setTimeout(readAgain, ASK_AGAIN_MS)
      })
    return () => {
      aborting.abort()
      clearTimeout(again)
    }
  }, [town, filter, isWanted, reading])

  const dependsOnTime = filter.due === 'late' || filter.due === 'soon'
  useEffect(() => {
    if (!dependsOnTime || !isWanted) return
    const every = setInterval(readAgain, REFRESH_MS)
    return () => clearInterval(every)
  }, [dependsOnTime, isWanted])
  useEffect(() => () => clearTimeout(timer.current), [])

  const placed = useMemo(() => (spots ? [...spots.values()] : nowhere), [spots])
  return {
    placed,
    isCut,
    isKnown: spots !== null,
    /** Hears of changed incidents; null when so much may have changed that all is read anew. */
    hear(arrived: readonly IncidentSummary[] | null) {
      if (!isWanted) return
      if (!arrived) return readAgain()
      heard.current.push(...arrived)
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        const change = whatWasHeard()
        setSpots(known => known && change(known))
      }, DRAW_EVERY_MS)
    },
  }
}
