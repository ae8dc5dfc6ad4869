import { fieldNameIn } from '../inspect/describe.ts'
import type { InterfaceLanguage } from '../language.ts'
import type { FlowFault } from './fault.ts'
import { type FaultWords, faultsCa, type PlaceWords, placesCa } from './words/ca.ts'
import { faultsEn, placesEn } from './words/en.ts'
import { faultsEs, placesEs } from './words/es.ts'
import { faultsIt, placesIt } from './words/it.ts'

const words: Record<InterfaceLanguage, { faults: FaultWords; places: PlaceWords }> = {
  ca: { faults: faultsCa, places: placesCa },
  es: { faults: faultsEs, places: placesEs },
  it: { faults: faultsIt, places: placesIt },
  en: { faults: faultsEn, places: placesEn },
}

const filled = (sentence: string, values: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))

/** The fault in words an officer understands: where it is, what it is, and what to do. */
export function describeFault(
  { code, flow, step, stepName, field, values }: FlowFault,
  language: InterfaceLanguage,
): string {
  const { faults, places } = words[language]
  const isMissing = code === 'missing' // the sentence names the field itself
  const where = [
    ...(flow === null ? [] : [filled(places.flow, { flow })]),
    ...(step === null ? [] : [filled(stepName ? places.named : places.step, { step, name: stepName })]),
    ...(field === null || isMissing ? [] : [filled(places.field, { field: fieldNameIn(field, language) })]),
  ].join(', ')
  const sentence = filled(faults[code], isMissing ? { part: fieldNameIn(String(values.part), language) } : values)
  return where ? `${where.charAt(0).toLocaleUpperCase(language)}${where.slice(1)}. ${sentence}` : sentence
}
