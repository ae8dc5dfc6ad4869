import { type SubscriptionFormState, subscriptionFormState } from '@pregoner/shared'
import { useEffect, useState } from 'react'
import { call } from '../api/client.ts'

const EVERY_MS = 3_000

/** Whether the code has been written to the channel, looked up again and again while the page is in front. */
export function useFormState(townKey: string, code: string): { state: SubscriptionFormState; isOffline: boolean } {
  const [state, setState] = useState<SubscriptionFormState>('waiting')
  const [isOffline, setOffline] = useState(false)

  useEffect(() => {
    const leaving = new AbortController()
    let isOver = false
    const look = async () => {
      if (isOver || document.visibilityState === 'hidden') return
      try {
        const options = { method: 'POST', body: { code }, signal: leaving.signal } as const
        const found = await call(subscriptionFormState, `/subscribe/${encodeURIComponent(townKey)}/state`, options)
        setOffline(false)
        setState(found.state)
        isOver = found.state !== 'waiting'
      } catch {
        if (!leaving.signal.aborted) setOffline(true)
      }
    }
    void look()
    const ticking = setInterval(() => void look(), EVERY_MS)
    const back = () => void look()
    document.addEventListener('visibilitychange', back)
    return () => {
      leaving.abort()
      clearInterval(ticking)
      document.removeEventListener('visibilitychange', back)
    }
  }, [townKey, code])

  return { state, isOffline }
}
