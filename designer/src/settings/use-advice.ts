import type { CheckOutcome } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import { type Asked, adviceOf } from './check-advice.ts'
import { checkAdviceWords } from './words/check-advice.ts'

interface Answered {
  outcome: CheckOutcome
  code: number | null
}

/** What to do about an answer of the platform, in words; null when there is nothing to do. */
export function useAdvice() {
  const t = useWords(checkAdviceWords)
  return (asked: Asked, { outcome, code }: Answered): string | null =>
    outcome === 'ok' ? null : t(adviceOf(asked, outcome, code), { code: code ?? 0 })
}
