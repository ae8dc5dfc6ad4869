import type { InterfaceLanguage } from '@pregoner/shared'

/** Each language by its own name, as a chooser must show it. */
export const ownNames: { [Language in InterfaceLanguage]: string } = {
  ca: 'Català',
  es: 'Castellano',
  it: 'Italiano',
  en: 'English',
}
