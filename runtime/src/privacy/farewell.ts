import { type Language, phrase, type TownData, textIn } from '@pregoner/shared'

interface Link {
  link: string
  days: string
  times: string
}

const filled = (text: string, values: Link): string =>
  text
    .replaceAll('{link}', () => values.link)
    .replaceAll('{days}', values.days)
    .replaceAll('{times}', values.times)

/** What somebody who asked for their data is told: the town's own words or the usual ones, with the link in any case. */
export function dataLinkText(town: TownData, language: Language, values: Link): string {
  const own = textIn(town.texts.dataLink, language, town.defaultLanguage).trim()
  if (own === '') return phrase('data_link', language, town.defaultLanguage, { ...values })
  return own.includes('{link}') ? filled(own, values) : `${filled(own, values)}\n\n${values.link}`
}

/** The last words to somebody who is being forgotten; `town` is null when it is gone itself. */
export function erasedText(town: TownData | null, language: Language): string {
  const own = town ? textIn(town.texts.dataErased, language, town.defaultLanguage).trim() : ''
  return own || phrase('data_erased', language, town?.defaultLanguage ?? language)
}
