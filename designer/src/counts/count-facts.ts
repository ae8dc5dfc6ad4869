import { formatsIn } from '../i18n/format.ts'
import { currentLanguage, translate } from '../i18n/index.ts'
import type { CountsIndex } from './counts-index.ts'
import { showingWords } from './words/showing.ts'

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`

let formats: { language: string; duration(seconds: number): string } | null = null

function duration(seconds: number): string {
  const language = currentLanguage()
  if (formats?.language !== language) {
    formats = { language, duration: formatsIn(language === 'en' ? 'en-GB' : language).duration }
  }
  return formats.duration(seconds)
}

/** What the counts tell of a step, as sentences for a screen reader. */
export function countFacts(counts: CountsIndex, node: string): string[] {
  if (!counts.isShown) return []
  const [passed, left, seconds, lost] = [
    counts.passed(node),
    counts.left(node),
    counts.seconds(node),
    counts.notUnderstood(node),
  ]
  return [
    ...(passed > 0 ? [translate(showingWords, 'passed', { count: passed })] : []),
    ...(seconds === null ? [] : [translate(showingWords, 'median', { time: duration(seconds) })]),
    ...(left > 0 ? [translate(showingWords, 'left', { count: left })] : []),
    ...(lost > 0 ? [translate(showingWords, 'lost', { count: lost })] : []),
  ].map(sentence)
}
