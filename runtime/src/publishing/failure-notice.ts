import type { Flow, InterfaceLanguage, Problem, TownData } from '@pregoner/shared'
import { describeProblem, interfaceLanguages } from '@pregoner/shared'

/** Why a drawing was not published when its time came. */
export type Failure =
  | { why: 'problems'; problems: readonly Problem[] }
  | { why: 'tests'; count: number }
  | { why: 'too_large' }

const words: Record<InterfaceLanguage, { title: string } & Record<Failure['why'], string>> = {
  ca: {
    title: 'La versió programada de «{flow}» no s’ha publicat: continua responent l’anterior.',
    problems: 'El comprovador hi troba errors ({count}). El primer: {first}',
    tests: 'Hi ha proves que no surten bé ({count}).',
    too_large: 'És massa gran per comprovar-la.',
  },
  es: {
    title: 'La versión programada de «{flow}» no se ha publicado: sigue respondiendo la anterior.',
    problems: 'El comprobador encuentra errores ({count}). El primero: {first}',
    tests: 'Hay pruebas que no salen bien ({count}).',
    too_large: 'Es demasiado grande para comprobarla.',
  },
  it: {
    title: 'La versione programmata di «{flow}» non è stata pubblicata: continua a rispondere quella precedente.',
    problems: 'Il controllo trova errori ({count}). Il primo: {first}',
    tests: 'Alcune prove non riescono ({count}).',
    too_large: 'È troppo grande per essere controllata.',
  },
  en: {
    title: 'The scheduled version of “{flow}” was not published: the one before still answers.',
    problems: 'The checker finds errors ({count}). The first: {first}',
    tests: 'Some tests do not pass ({count}).',
    too_large: 'It is too large to be checked.',
  },
}

/** How many things keep it from being published. */
export function countOf(failure: Failure): number {
  if (failure.why === 'problems') return failure.problems.length
  return failure.why === 'tests' ? failure.count : 0
}

/** What the officers of a town read about it, in the town's own language as far as the screens exist in it. */
export function failureNotice(flow: Flow, town: TownData, failure: Failure): string {
  const language = interfaceLanguages.find(code => code === town.defaultLanguage) ?? 'en'
  const known = words[language]
  const [first] = failure.why === 'problems' ? failure.problems : []
  const values: Record<string, string | number> = {
    flow: flow.name,
    count: countOf(failure),
    first: first ? describeProblem(first, language) : '',
  }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key] ?? ''))
  return `${fill(known.title)} ${fill(known[failure.why])}`
}
