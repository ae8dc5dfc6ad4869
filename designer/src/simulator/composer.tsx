import { ActionIcon, FileButton, Menu, TextInput } from '@mantine/core'
import type { MediaFile, Said } from '@pregoner/shared'
import { MapPin, Paperclip, SendHorizontal, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './simulator.module.css'
import { simulatorWords } from './words.ts'

interface ComposerProps {
  keep: (file: File) => MediaFile
  onSay: (said: Said) => void
  onPlace: () => void
}

/** The line the officer writes in as if they were the citizen, with photos and places. */
export function Composer({ keep, onSay, onPlace }: ComposerProps) {
  const t = useWords(simulatorWords)
  const [text, setText] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const isEmpty = text.trim() === '' && files.length === 0
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty) return
    onSay({ text: text.trim() || null, choiceId: null, media: files.map(keep), place: null })
    setText('')
    setFiles([])
  }
  return (
    <form onSubmit={send} className={styles.composer}>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file, index) => (
            <li key={`${file.name}-${file.lastModified}-${file.size}`} className={styles.file}>
              <span className={styles.fileName}>{file.name}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('remove_file', { name: file.name })}
                onClick={() => setFiles(files.filter((_, at) => at !== index))}
              >
                <X size={14} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.write}>
        <FileButton
          accept="image/*,application/pdf,audio/*,video/*"
          multiple
          onChange={added => setFiles([...files, ...added])}
        >
          {({ onClick }) => (
            <Menu position="top-start" withinPortal shadow="md">
              <Menu.Target>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="var(--target)"
                  aria-label={t('attach')}
                  title={t('attach')}
                >
                  <Paperclip size={18} aria-hidden="true" />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<Paperclip size={16} aria-hidden="true" />} onClick={onClick}>
                  {t('attach_photo')}
                </Menu.Item>
                <Menu.Item leftSection={<MapPin size={16} aria-hidden="true" />} onClick={onPlace}>
                  {t('attach_place')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </FileButton>
        <TextInput
          className={styles.line}
          aria-label={t('say')}
          placeholder={t('say')}
          autoComplete="off"
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <ActionIcon
          type="submit"
          variant="filled"
          size="var(--target)"
          aria-label={t('send')}
          title={t('send')}
          disabled={isEmpty}
        >
          <SendHorizontal size={18} aria-hidden="true" />
        </ActionIcon>
      </div>
    </form>
  )
}
