import type { ChatClientToServer, ChatMessage, ChatServerToClient } from '@pregoner/shared'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Socket } from 'socket.io-client'
import { isApiError } from '../api/api-error.ts'
import { fetchPart } from '../api/fetch-part.ts'
import { readChat } from './chat-api.ts'
import { mergeMessages, type Said, type Saying, withoutArrived } from './chat-log.ts'
import { createOutbox, type Outbox } from './outbox.ts'

const POLL_MS = 4_000 // only while there is no live connection

/** The conversation of this browser's visitor: what is there, what is on its way, and how to say something. */
export function useChat(townKey: string) {
  const [townName, setTownName] = useState('')
  const [messages, setMessages] = useState<ChatMessage[]>([])
  const [sayings, setSayings] = useState<Saying[]>([])
  const [status, setStatus] = useState<'loading' | 'ready' | 'not_found' | 'failed'>('loading')
  const [isConnected, setConnected] = useState(true)
  const [attempt, setAttempt] = useState(0)
  const cursor = useRef(0)
  const conversation = useRef('')
  const join = useRef(() => {})
  const outbox = useRef<Outbox | null>(null)

  const fetchNew = useCallback(async () => {
    try {
      const page = await readChat(townKey, cursor.current, conversation.current)
      // All that was said before has been forgotten, at the visitor's own wish.
      const isAnother = conversation.current !== '' && page.conversation !== conversation.current
      conversation.current = page.conversation
      cursor.current = isAnother ? page.cursor : Math.max(cursor.current, page.cursor)
      if (isAnother) join.current()
      setTownName(page.townName)
      setMessages(known => mergeMessages(isAnother ? [] : known, page))
      outbox.current?.change(kept => withoutArrived(kept, page.messages))
      setStatus('ready')
      setConnected(true)
    } catch (error) {
      if (isApiError(error, 'not_found')) setStatus('not_found')
      else setStatus(before => (before === 'loading' ? 'failed' : before))
      setConnected(!isApiError(error, 'unreachable'))
    }
  }, [townKey])

  // `attempt` is what "try again" raises.
  useEffect(() => {
    let isClosed = false
    let socket: Socket<ChatServerToClient, ChatClientToServer> | null = null
    cursor.current = 0
    conversation.current = ''
    const opening = createOutbox(townKey, { onChange: setSayings, onSent: () => void fetchNew() }).then(opened => {
      if (isClosed) opened.close()
      else outbox.current = opened
      return opened
    })
    const start = async () => {
      await opening
      await fetchNew() // brings the visitor's cookie, without which there is no live connection
      const { io } = await fetchPart(() => import('socket.io-client'))
      if (isClosed) return
      socket = io('/chat', { transports: ['websocket'], reconnectionDelayMax: 8_000 })
      join.current = () => socket?.emit('join_chat', townKey, () => void fetchNew())
      socket.on('connect', () => join.current())
      socket.on('chat_changed', () => void fetchNew())
    }
    void start()
    const poll = setInterval(() => {
      if (!socket?.connected) void fetchNew()
    }, POLL_MS)
    const wake = () => {
      void fetchNew()
      outbox.current?.flush()
    }
    const sleep = () => setConnected(false)
    window.addEventListener('online', wake)
    window.addEventListener('offline', sleep)
    return () => {
      isClosed = true
      clearInterval(poll)
      window.removeEventListener('online', wake)
      window.removeEventListener('offline', sleep)
      socket?.close()
      outbox.current?.close()
      outbox.current = null
    }
  }, [townKey, fetchNew, attempt])

  return {
    townName,
    messages,
    sayings,
    status,
    isConnected,
    say: (said: Said) => outbox.current?.say(said),
    sendAgain: (id: string) => outbox.current?.sendAgain(id),
    retry: () => {
      setStatus('loading')
      setAttempt(attempt + 1)
    },
  }
}
