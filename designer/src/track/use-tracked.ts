import { type TrackedIncident, trackedIncident, trackedReference } from '@pregoner/shared'
import { useCallback, useEffect, useState } from 'react'
import { isApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'

export type Tracked =
  | { state: 'nothing' | 'loading' | 'unlike' | 'not_found' | 'too_many' | 'failed' }
  | { state: 'found'; incident: TrackedIncident }

const read = (reference: string, signal: AbortSignal) =>
  call(trackedIncident, `/track/${encodeURIComponent(reference)}`, { signal })

function failureOf(error: unknown): Tracked {
  if (isApiError(error, 'not_found')) return { state: 'not_found' }
  return { state: isApiError(error, 'too_many') ? 'too_many' : 'failed' }
}

/** How the incident of this reference stands; an empty reference is nothing yet. */
export function useTracked(asked: string) {
  const [tracked, setTracked] = useState<Tracked>({ state: asked.trim() === '' ? 'nothing' : 'loading' })
  const [attempt, setAttempt] = useState(0)

  // `attempt` is what "try again" raises.
  useEffect(() => {
    if (asked.trim() === '') return setTracked({ state: 'nothing' })
    const reference = trackedReference.safeParse(asked)
    if (!reference.success) return setTracked({ state: 'unlike' })
    const leaving = new AbortController()
    setTracked({ state: 'loading' })
    read(reference.data, leaving.signal).then(
      incident => setTracked({ state: 'found', incident }),
      error => !leaving.signal.aborted && setTracked(failureOf(error)),
    )
    return () => leaving.abort()
  }, [asked, attempt])

  return { tracked, retry: useCallback(() => setAttempt(before => before + 1), []) }
}
