import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { spokenMinutes } from './duration.ts'
import { figureWords } from './words/figures.ts'

/** How a count is said beside the one of the period before. */
export function changeOf(now: number, before: number): 'same' | number | null {
  if (now === before) return 'same'
  return before === 0 ? null : (now - before) / before
}

/** Says figures and what they were before. */
export function useSaid() {
  const t = useWords(figureWords)
  const [language] = useLanguage()
  const { number } = useFormats()
  const locale = language === 'en' ? 'en-GB' : language
  const signed = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })

  const length = (minutes: number | undefined): string => {
    if (minutes === undefined) return '–'
    const spoken = spokenMinutes(minutes)
    return t(spoken.unit, { ...spoken })
  }
  return {
    length,
    share: (part: number, whole: number) => share.format(whole === 0 ? 0 : part / whole),
    /** "+12 % · 34 before". */
    change(now: number, before: number): string {
      const change = changeOf(now, before)
      if (change === 'same') return t('same')
      if (change === null) return t('beforeValue', { before: number(before) })
      return t('change', { percent: signed.format(change), before: number(before) })
    },
    before: (value: string) => t('beforeValue', { before: value }),
  }
}
