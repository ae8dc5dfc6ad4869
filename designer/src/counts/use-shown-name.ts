import { periods } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import type { CountsShown } from './shown.ts'
import { showingWords } from './words/showing.ts'

/** A period in the officer's words. */
export function useShownName(shown: CountsShown): string {
  const t = useWords(showingWords)
  if (shown === 'off') return t('off')
  const days = periods.find(period => period === shown)
  return days ? t(days) : t('since', { version: shown.slice(1) })
}
