import type { Language } from '@pregoner/shared'

/** A wording out of a file, and the original it was translated from when the file tells. */
export interface Wording {
  id: string
  language: Language
  value: string
  source: { language: Language; text: string } | null
}

/** What is wrong with a file; those of `fatal` leave nothing of it to take. */
export type FileProblem =
  | { code: 'too_big' | 'empty' | 'not_text' | 'spreadsheet' | 'unknown_kind' | 'no_id' | 'no_language' }
  | { code: 'too_many'; max: number }
  | { code: 'unclosed_quote' | 'broken_xml'; line: number }
  | { code: 'forbidden_xml' | 'not_xliff' | 'xliff_version' | 'same_language' | 'other_flow' | 'old_encoding' }
  | { code: 'repeated_language' | 'other_language' | 'xliff_language'; language: string }

const warnings = new Set<FileProblem['code']>(['other_language', 'other_flow', 'old_encoding'])

export const isFatal = ({ code }: FileProblem): boolean => !warnings.has(code)
