import { fieldNameIn } from '../inspect/describe.ts'
import { namesCa } from '../inspect/words/names-ca.ts'
import { namesEn } from '../inspect/words/names-en.ts'
import { namesEs } from '../inspect/words/names-es.ts'
import { namesIt } from '../inspect/words/names-it.ts'
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

const names = { ca: namesCa, es: namesEs, it: namesIt, en: namesEn }
const own = (known: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(known, key) ? known[key] : undefined

const filled = (sentence: string, values: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))

/** The fault in words an officer understands: where it is, what it is, and what to do. */
export function describeFault(
  { code, flow, step, stepName, field, values }: FlowFault,
  language: InterfaceLanguage,
): string {
  const { faults, places } = words[language]
  const { types, languages } = names[language]
  const isMissing = code === 'missing' // the sentence names the field itself
  const where = [
    ...(flow === null ? [] : [filled(places.flow, { flow })]),
    ...(step === null
      ? []
      : [filled(stepName ? places.named : places.step, { step, name: own(types, stepName) ?? stepName })]),
    ...(field === null || isMissing ? [] : [filled(places.field, { field: fieldNameIn(field, language) })]),
  ].join(', ')
  const part = isMissing ? fieldNameIn(String(values.part), language) : (values.part ?? '')
  const tongue = String(values.language ?? '')
  const sentence = filled(faults[code], { ...values, part, language: own(languages, tongue) ?? tongue })
  return where ? `${where.charAt(0).toLocaleUpperCase(language)}${where.slice(1)}. ${sentence}` : sentence
}
