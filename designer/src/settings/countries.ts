/** Countries whose numbers write to town halls here, by ISO 3166-1 alpha-2: Europe, and where neighbours come from. */
export const countryCodes =
  `AD AL AM AR AT BA BD BE BG BO BR BY CH CL CM CN CO CU CY CZ DE DK DO DZ EC EE EG ES FI FR GB GE GH GM GN GR GT HN HR HU
  IE IN IS IT JP KR LI LK LT LU LV MA MC MD ME MK ML MR MT MX NG NI NL NO NP PA PE PH PK PL PT PY RO RS RU SE SI SK SM SN
  SV SY TN TR UA US UY VA VE XK`.split(/\s+/)

/** The name of a country in the reader's language. */
export function countryNames(language: string): (code: string) => string {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return code => names.of(code) ?? code
}
