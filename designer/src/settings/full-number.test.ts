import { expect, test } from 'vitest'
import { fullNumber } from './full-number.ts'

test.each([
  ['644 069 801', 'ES', '34644069801'],
  ['+34 644 069 801', 'ES', '34644069801'],
  ['0034644069801', 'ES', '34644069801'],
  ['34644069801', 'ES', '34644069801'],
  ['338 655 3630', 'IT', '393386553630'],
  ['393 865 5363', 'IT', '393938655363'],
  ['+39 338 655 3630', 'IT', '393386553630'],
  ['', 'ES', ''],
] as const)('%s in %s is %s', (shown, country, full) => {
  expect(fullNumber(shown, country)).toBe(full)
})
