import { expect, test } from 'vitest'
import { createSecrets } from '../secrets/secrets.ts'
import { testCode } from './test-code.ts'

const here = createSecrets([Buffer.alloc(32, 1)])
const joana = { townKey: 'vila', personId: 'joana' }

test('a person has one code, and nobody works it out without the key', () => {
  expect(testCode(here, joana)).toMatch(/^PREGONER \d{10}$/)
  expect(testCode(here, joana)).toBe(testCode(here, joana))
  const others = [
    testCode(createSecrets([Buffer.alloc(32, 2)]), joana),
    testCode(here, { ...joana, personId: 'pere' }),
    testCode(here, { ...joana, townKey: 'port' }),
  ]
  expect(others).not.toContain(testCode(here, joana))
})
