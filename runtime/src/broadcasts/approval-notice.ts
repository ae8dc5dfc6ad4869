import { type InterfaceLanguage, interfaceLanguages, type TownData } from '@pregoner/shared'

const words: Record<InterfaceLanguage, string> = {
  ca: '{by} demana que algú llegeixi i aprovi l’avís «{name}».',
  es: '{by} pide que alguien lea y apruebe el aviso «{name}».',
  it: '{by} chiede che qualcuno legga e approvi l’avviso «{name}».',
  en: '{by} asks somebody to read and approve the notice “{name}”.',
}

/** What the officers of a town read when a notice waits for a second person, in the town's own language. */
export function approvalNotice({ defaultLanguage }: TownData, name: string, by: string): string {
  const language = interfaceLanguages.find(code => code === defaultLanguage) ?? 'en'
  return words[language].replace('{by}', () => by).replace('{name}', () => name)
}
