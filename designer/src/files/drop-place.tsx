import { FileDown } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../i18n/index.ts'
import styles from './files.module.css'
import { fileWords } from './words.ts'

const AWAY_MS = 200 // a dragged file says that it is there several times a second, and not that it has left the window

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Takes a file that is dropped anywhere on the page, and says so while one is dragged over it. */
export function DropPlace({ onFile }: { onFile(file: File): void }) {
  const t = useWords(fileWords)
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent(onFile)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const leave = () => setOver(false)
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
      clearTimeout(timer)
      timer = setTimeout(leave, AWAY_MS)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      leave()
      const [file] = event.dataTransfer?.files ?? []
      if (file) take(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!isOver) return null
  return createPortal(
    <div className={styles.dropPlace}>
      <FileDown size={32} aria-hidden />
      {t('drop')}
    </div>,
    document.body,
  )
}
