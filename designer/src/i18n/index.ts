import { type InterfaceLanguage, interfaceLanguages } from '@pregoner/shared'
import { createInstance, type i18n as I18n } from 'i18next'
import Icu from 'i18next-icu'
import { useCallback, useSyncExternalStore } from 'react'

const STORED_AS = 'pregoner.language'

const isInterfaceLanguage = (code: string | null | undefined): code is InterfaceLanguage =>
  interfaceLanguages.some(language => language === code)

/** The language chosen here before, else the browser's first one we speak, else Catalan. */
function firstLanguage(): InterfaceLanguage {
  if (typeof window === 'undefined') return 'ca'
  const stored = readStored()
  if (isInterfaceLanguage(stored)) return stored
  return navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(isInterfaceLanguage) ?? 'ca'
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED_AS)
  } catch {
    return null // a browser that forbids storage still gets its own language
  }
}

export const i18n: I18n = createInstance()

i18n.use(new Icu({ escapeVariables: false })).init({
  lng: firstLanguage(),
  fallbackLng: 'ca',
  supportedLngs: [...interfaceLanguages],
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
})

const tellDocument = (language: string) => {
  if (typeof document !== 'undefined') document.documentElement.lang = language
}
tellDocument(i18n.language)
i18n.on('languageChanged', tellDocument)

export const currentLanguage = (): InterfaceLanguage => (isInterfaceLanguage(i18n.language) ? i18n.language : 'ca')

/** The language of the screens and how to change it; the choice is remembered in this browser. */
export const useLanguage = (): [InterfaceLanguage, (language: InterfaceLanguage) => void] => [
  useSyncExternalStore(onLanguageChange, currentLanguage),
  chooseLanguage,
]

function onLanguageChange(listener: () => void) {
  i18n.on('languageChanged', listener)
  return () => i18n.off('languageChanged', listener)
}

export function chooseLanguage(language: InterfaceLanguage): void {
  try {
    localStorage.setItem(STORED_AS, language)
  } catch {
    // not remembered, but changed
  }
  void i18n.changeLanguage(language)
}

/** What is chosen in one tab holds in all of them. */
function followOtherTabs({ key, newValue }: StorageEvent): void {
  if (key === STORED_AS && isInterfaceLanguage(newValue)) void i18n.changeLanguage(newValue)
}
if (typeof window !== 'undefined') window.addEventListener('storage', followOtherTabs)

export type Values = { [name: string]: string | number | Date }
export type Translate<Key extends string> = (key: Key, values?: Values) => string

/** The words of one folder in the four languages of the screens. */
export interface Words<Key extends string> {
  namespace: string
  catalogues: { [Language in InterfaceLanguage]: { [K in Key]: string } }
}

/** Registers a folder's words; a language that lacks a key of the Catalan catalogue does not compile. */
export function defineWords<const Catalan extends { [key: string]: string }>(
  namespace: string,
  catalogues: { ca: Catalan } & {
    [Language in Exclude<InterfaceLanguage, 'ca'>]: { [Key in keyof NoInfer<Catalan>]: string }
  },
): Words<Extract<keyof Catalan, string>> {
  for (const language of interfaceLanguages) i18n.addResourceBundle(language, namespace, catalogues[language])
  return { namespace, catalogues }
}

// What the format gives a meaning; a text without it is what it says, and a large drawing asks for thousands of them.
const FORMATTED = /[{'<#]/

/** The text in the language of the screens, with its values filled in. */
export function translate<Key extends string>(words: Words<Key>, key: Key, values: Values = {}): string {
  const text = words.catalogues[currentLanguage()][key]
  return FORMATTED.test(text) ? i18n.t(key, { ns: words.namespace, ...values }) : text
}

/** `t` for the words of one folder; the component is drawn again when the language changes. */
export function useWords<Key extends string>(words: Words<Key>): Translate<Key> {
  const [language] = useLanguage()
  // Another language is another `t`, so that what is made with it is made anew.
  return useCallback((key, values) => translate(words, key, values), [words, language])
}
