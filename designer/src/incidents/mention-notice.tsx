import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { readIncidents } from '../api/incidents.ts'
import { useLiveEvent } from '../api/live.ts'
import { useWords } from '../i18n/index.ts'
import { workWords } from './work-words.ts'

const MAX_KNOWN = 200
const SHOWN_MS = 15_000

/** Tells the reader, wherever in the town they are, when a note begins to ask for them; shows nothing itself. */
export function MentionNotice({ town, me }: { town: string; me: string }) {
  const t = useWords(workWords)
  const known = useRef<Set<string> | null>(null)
  useEffect(() => {
    const aborting = new AbortController()
    known.current = null
    readIncidents(town, { mentions: 'me', limit: MAX_KNOWN }, aborting.signal)
      .then(({ incidents }) => {
        known.current = new Set(incidents.map(({ id }) => id))
      })
      .catch(() => {}) // without it the desk still counts and lists them
    return () => aborting.abort()
  }, [town])

  useLiveEvent('incident', ({ id, reference, summary, mentioned }) => {
    if (!known.current) return
    if (!mentioned.includes(me)) return void known.current.delete(id)
    if (known.current.has(id)) return
    known.current.add(id)
    const what = [reference, summary].filter(Boolean).join(' ')
    notifications.show({
      id: `mention-${id}`,
      autoClose: SHOWN_MS,
      message: (
        <Link to={`/t/${town}/incidents/${encodeURIComponent(id)}`} onClick={() => notifications.hide(`mention-${id}`)}>
          {t('askedFor', { what })}
        </Link>
      ),
    })
  })
  return null
}
