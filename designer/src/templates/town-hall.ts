import type { InterfaceLanguage } from '@pregoner/shared'

/** «Ajuntament d’Alzira», «del Prat de Llobregat», «de l’Hospitalet»: the article of a name goes with the preposition. */
function inCatalan(name: string): string {
  const [, article = '', rest = name] = /^((?:els|el|les|la)\s|l[’'])\s*(\S.*)$/i.exec(name) ?? []
  const little = article.trim().toLowerCase()
  if (little === 'el' || little === 'els') return `Ajuntament d${little} ${rest}`
  if (little === 'la' || little === 'les') return `Ajuntament de ${little} ${rest}`
  if (little !== '') return `Ajuntament de l’${rest}`
  return /^h?[aeiouàèéíòóú]/i.test(name) ? `Ajuntament d’${name}` : `Ajuntament de ${name}`
}

function inItalian(name: string): string {
  const [, article = '', rest = name] = /^(l’|l'|la\s|il\s|le\s|i\s)(\S.*)$/i.exec(name) ?? []
  const joined: Record<string, string> = { 'l’': 'dell’', la: 'della ', il: 'del ', le: 'delle ', i: 'dei ' }
  return `Comune ${joined[article.trim().toLowerCase().replace("'", '’')] ?? 'di '}${rest}`
}

/** What the town hall of a town is called, without an article of its own. */
export function townHallIn(language: InterfaceLanguage, name: string): string {
  const ways: { [Code in InterfaceLanguage]: () => string } = {
    ca: () => inCatalan(name),
    es: () => `Ayuntamiento de ${name}`,
    it: () => inItalian(name),
    en: () => `town hall of ${name}`,
  }
  return ways[language]()
}
