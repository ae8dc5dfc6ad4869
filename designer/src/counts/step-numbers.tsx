import { DoorOpen, MessageCircleQuestion, Timer } from 'lucide-react'
import { useEditorState } from '../editor/context.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import styles from './step-numbers.module.css'
import { showingWords } from './words/showing.ts'

/** On the edge of a card: how long people take here, how many leave, how many answers were not understood. */
export function StepNumbers({ node }: { node: string }) {
  const isShown = useEditorState(state => state.counts.isShown)
  const left = useEditorState(state => state.counts.left(node))
  const seconds = useEditorState(state => state.counts.seconds(node))
  const lost = useEditorState(state => state.counts.notUnderstood(node))
  if (!isShown || (left === 0 && lost === 0 && seconds === null)) return null
  return <Pills left={left} seconds={seconds} lost={lost} />
}

function Pills({ left, seconds, lost }: { left: number; seconds: number | null; lost: number }) {
  const t = useWords(showingWords)
  const { number, duration } = useFormats()
  return (
    <span className={styles.pills} data-numbers>
      {seconds !== null && (
        <span className={styles.pill} title={t('median', { time: duration(seconds) })}>
          <Timer size={12} aria-hidden />
          {duration(seconds)}
        </span>
      )}
      {left > 0 && (
        <span className={styles.pill} data-kind="left" title={t('left', { count: left })}>
          <DoorOpen size={12} aria-hidden />
          {number(left)}
        </span>
      )}
      {lost > 0 && (
        <span className={styles.pill} data-kind="lost" title={t('lost', { count: lost })}>
          <MessageCircleQuestion size={12} aria-hidden />
          {number(lost)}
        </span>
      )}
    </span>
  )
}
