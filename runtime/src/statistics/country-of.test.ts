import { expect, test } from 'vitest'
import { countryOf } from './country-of.ts'

test.each([
  ['phone', '34600000001', 'ES'],
  ['phone', '+393386553630', 'IT'],
  ['phone', '18095550123', 'DO'],
  ['phone', '12125550123', 'US'],
  ['phone', '999', null],
  ['bsuid', 'ES.1349120865530274', 'ES'],
  ['parent_bsuid', 'IT.ENT.1181', 'IT'],
  ['visitor', 'ES.x', null],
] as const)('%s %s is of %s', (type, value, country) => {
  expect(countryOf({ type, value })).toBe(country)
})
