import type { InterfaceLanguage } from '../language.ts'
import type { Problem } from './problem.ts'
import { type ProblemWords, problemsCa } from './words/ca.ts'
import { problemsEn } from './words/en.ts'
import { problemsEs } from './words/es.ts'
import { problemsIt } from './words/it.ts'

const problems: Record<InterfaceLanguage, ProblemWords> = {
  ca: problemsCa,
  es: problemsEs,
  it: problemsIt,
  en: problemsEn,
}

/** The problem in words an officer understands, saying what to do. */
export function describeProblem({ code, values }: Problem, language: InterfaceLanguage): string {
  const pieces: Record<string, string | number> = { ...values, node: values.nodeName ?? '' }
  return problems[language][code].replace(/\{(\w+)\}/g, (_whole, key: string) => String(pieces[key] ?? ''))
}
