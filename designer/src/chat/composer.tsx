import { Image, MapPin, Paperclip, SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './chat.module.css'
import type { Said } from './chat-log.ts'
import { PlaceForm } from './place-form.tsx'
import { chatWords } from './words.ts'

const MAX_TEXT_CHARS = 4_096
const MAX_FILES = 5

export interface ComposerHandle {
  /** Opens the way to send a place, as a message of the town may ask. */
  openPlace(): void
}

/** The line to write in, with a photo or a place beside it. */
export function Composer({ onSay, ref }: { onSay: (said: Said) => void; ref?: Ref<ComposerHandle> }) {
  const t = useWords(chatWords)
  const [text, setText] = useState('')
  const [open, setOpen] = useState<'nothing' | 'attach' | 'place'>('nothing')
  const panelId = useId()
  const files = useRef<HTMLInputElement>(null)
  const line = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({ openPlace: () => setOpen('place') }), [])
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) line.current?.focus()
  }, [])
  const send = () => {
    if (text.trim() === '') return
    onSay({ text: text.trim() })
    setText('')
    line.current?.focus()
  }
  const close = () => {
    setOpen('nothing')
    line.current?.focus()
  }
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  return (
    <>
      {open === 'place' && (
        <PlaceForm
          onCancel={close}
          onSend={place => {
            onSay({ text: '', place })
            close()
          }}
        />
      )}
      {open === 'attach' && (
        <div id={panelId} className={styles.attach}>
          <button type="button" onKeyDown={closeByEscape} onClick={() => files.current?.click()}>
            <Image size={20} aria-hidden="true" />
            {t('photo')}
          </button>
          <button type="button" onKeyDown={closeByEscape} onClick={() => setOpen('place')}>
            <MapPin size={20} aria-hidden="true" />
            {t('place')}
          </button>
        </div>
      )}
      <form
        className={styles.composer}
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        <button
          type="button"
          className={styles.icon}
          aria-label={t('attach')}
          aria-expanded={open === 'attach'}
          aria-controls={panelId}
          onClick={() => setOpen(open === 'nothing' ? 'attach' : 'nothing')}
        >
          <Paperclip size={22} aria-hidden="true" />
        </button>
        <input
          ref={files}
          type="file"
          hidden
          multiple
          accept="image/*,application/pdf,audio/*,video/*"
          onChange={event => {
            const chosen = [...(event.currentTarget.files ?? [])].slice(0, MAX_FILES)
            event.currentTarget.value = ''
            if (chosen.length > 0) onSay({ text: '', files: chosen.map(file => ({ name: file.name, file })) })
            close()
          }}
        />
        <textarea
          ref={line}
          className={styles.line}
          rows={1}
          maxLength={MAX_TEXT_CHARS}
          value={text}
          aria-label={t('write')}
          placeholder={t('write')}
          enterKeyHint="send"
          onChange={event => setText(event.currentTarget.value)}
          onKeyDown={event => {
            if (!isSendKey(event)) return
            event.preventDefault()
            send()
          }}
        />
        <button type="submit" className={styles.send} aria-label={t('send')} disabled={text.trim() === ''}>
          <SendHorizontal size={22} aria-hidden="true" />
        </button>
      </form>
    </>
  )
}

/** Enter sends, Shift with it breaks the line; Enter that only accepts a suggestion of the keyboard does neither. */
const isSendKey = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing
