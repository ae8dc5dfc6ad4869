import { type InterfaceLanguage, interfaceLanguages, type Language } from '@pregoner/shared'

interface FillIn {
  /** What it is called between `[[` and `]]`, in the language of the text. */
  readonly names: { readonly [Code in InterfaceLanguage]: string }
  /** What it may look like, by language where it differs. */
  readonly example: string | { readonly [Code in InterfaceLanguage]: string }
}

/** What only the town knows and templates leave open, by the name it has in their texts. The only list of them. */
export const fillIns = {
  phone: {
    names: {
      ca: 'telèfon de l’Ajuntament',
      es: 'teléfono del Ayuntamiento',
      it: 'telefono del Comune',
      en: 'telephone of the town hall',
    },
    example: '93 000 00 00',
  },
  web: {
    names: {
      ca: 'web de l’Ajuntament',
      es: 'web del Ayuntamiento',
      it: 'sito del Comune',
      en: 'website of the town hall',
    },
    example: 'www.exemple.cat',
  },
  address: {
    names: {
      ca: 'adreça de l’Ajuntament',
      es: 'dirección del Ayuntamiento',
      it: 'indirizzo del Comune',
      en: 'address of the town hall',
    },
    example: 'Plaça Major, 1',
  },
  hours: {
    names: {
      ca: 'dies i hores d’atenció',
      es: 'días y horas de atención',
      it: 'giorni e ore di apertura',
      en: 'opening days and hours',
    },
    example: {
      ca: 'de dilluns a divendres, de 9 a 14 h',
      es: 'de lunes a viernes, de 9 a 14 h',
      it: 'dal lunedì al venerdì, 9–13',
      en: 'Monday to Friday, 9 am to 2 pm',
    },
  },
  privacy: {
    names: {
      ca: 'enllaç a la política de privadesa',
      es: 'enlace a la política de privacidad',
      it: 'link all’informativa sulla privacy',
      en: 'link to the privacy policy',
    },
    example: 'www.exemple.cat/privadesa',
  },
  retention: {
    names: {
      ca: 'temps que deseu les dades',
      es: 'tiempo que guardan los datos',
      it: 'tempo di conservazione dei dati',
      en: 'time the data is kept',
    },
    example: { ca: 'un any', es: 'un año', it: 'un anno', en: 'one year' },
  },
  answer_time: {
    names: {
      ca: 'termini per respondre',
      es: 'plazo para responder',
      it: 'termine per rispondere',
      en: 'time to answer',
    },
    example: { ca: 'deu dies', es: 'diez días', it: 'dieci giorni', en: 'ten days' },
  },
  stop: {
    names: {
      ca: 'paraula per deixar els avisos',
      es: 'palabra para dejar los avisos',
      it: 'parola per lasciare gli avvisi',
      en: 'word to leave the notices',
    },
    example: { ca: 'baixa', es: 'baja', it: 'stop', en: 'stop' },
  },
  rows: {
    names: {
      ca: 'columnes de la taula',
      es: 'columnas de la tabla',
      it: 'colonne della tabella',
      en: 'columns of the table',
    },
    example: '',
  },
} satisfies Record<string, FillIn>
export type FillInKey = keyof typeof fillIns

const isKey = (key: string): key is FillInKey => Object.hasOwn(fillIns, key)
export const fillInKeys = Object.keys(fillIns).filter(isKey)

export const isInterfaceLanguage = (language: Language): language is InterfaceLanguage =>
  interfaceLanguages.some(known => known === language)

/** `[[…]]`, with what stands between; never across lines, so that two stray brackets are no marker. */
export const MARKER = /\[\[([^[\]\n]{1,80})\]\]/g

/** Which fill-in is meant by what stands between the brackets, by its key or its name in any language. */
export const fillInCalled = (called: string): FillInKey | null => {
  const wanted = called.trim().toLocaleLowerCase()
  return (
    fillInKeys.find(
      key => key === wanted || Object.values(fillIns[key].names).some(name => name.toLocaleLowerCase() === wanted),
    ) ?? null
  )
}

/** Whether every language says it in its own words. */
export const isPerLanguage = (key: FillInKey): boolean => typeof fillIns[key].example !== 'string'

/** What it is called at the head of a line. */
export const titleOfFillIn = (key: FillInKey, language: InterfaceLanguage): string => {
  const [initial = '', ...rest] = fillIns[key].names[language]
  return initial.toLocaleUpperCase(language) + rest.join('')
}

export const exampleOf = (key: FillInKey, language: InterfaceLanguage): string => {
  const { example } = fillIns[key]
  return typeof example === 'string' ? example : example[language]
}
