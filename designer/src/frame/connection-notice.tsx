import { CloudOff, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLiveState } from '../api/live.ts'
import { useWords } from '../i18n/index.ts'
import styles from './notice.module.css'
import { frameWords } from './words.ts'

const PATIENCE_MS = 1_500 // a short drop that heals by itself is not worth a line

/** One line while the live connection is away; what is on the screen stays readable. */
export function ConnectionNotice() {
  const t = useWords(frameWords)
  const state = useLiveState(store => store.state)
  const [isShown, setShown] = useState(false)
  const isAway = state === 'reconnecting' || state === 'offline'
  useEffect(() => {
    if (!isAway) return setShown(false)
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isAway])
  const Icon = state === 'offline' ? CloudOff : RefreshCw
  return (
    <div role="status" data-connection-notice className={isShown && isAway ? styles.notice : undefined}>
      {isShown && isAway && (
        <>
          <Icon size={18} aria-hidden="true" />
          {t(state === 'offline' ? 'offline' : 'reconnecting')}
        </>
      )}
    </div>
  )
}
