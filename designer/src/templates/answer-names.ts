import type { InterfaceLanguage } from '@pregoner/shared'

/** What the answers of templates are called in the officer's language; drawings hold the English names. */
const names: { readonly [english: string]: { readonly [Code in Exclude<InterfaceLanguage, 'en'>]: string } } = {
  topic: { ca: 'tema', es: 'tema', it: 'tema' },
  details: { ca: 'explicacio', es: 'explicacion', it: 'spiegazione' },
  place: { ca: 'lloc', es: 'lugar', it: 'luogo' },
  photos: { ca: 'fotos', es: 'fotos', it: 'foto' },
  reference: { ca: 'referencia', es: 'referencia', it: 'riferimento' },
  letter: { ca: 'missatge', es: 'mensaje', it: 'messaggio' },
  pictures: { ca: 'imatges', es: 'imagenes', it: 'immagini' },
  letter_reference: { ca: 'referencia_missatge', es: 'referencia_mensaje', it: 'riferimento_messaggio' },
  mark: { ca: 'nota', es: 'nota', it: 'voto' },
  reason: { ca: 'motiu', es: 'motivo', it: 'motivo' },
}

const USE = /\{\{(\w+)/g

/** A config whose answers are called as the officer would: where they are kept, read, and written into texts. */
export function withOwnNames(config: unknown, language: InterfaceLanguage): unknown {
  if (language === 'en') return config
  if (Array.isArray(config)) return config.map(item => withOwnNames(item, language))
  if (typeof config === 'object' && config !== null) {
    return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, withOwnNames(value, language)]))
  }
  if (typeof config !== 'string') return config
  const own = (name: string) => names[name]?.[language] ?? name
  return own(config).replace(USE, (_whole, name: string) => `{{${own(name)}`)
}
