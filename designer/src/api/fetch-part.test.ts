import { expect, test } from 'vitest'
import { addressIn } from './fetch-part.ts'

test.each([
  [
    'Failed to fetch dynamically imported module: https://vila.example/assets/map-B0K.js',
    'https://vila.example/assets/map-B0K.js',
  ],
  [
    'error loading dynamically imported module: http://127.0.0.1:3000/assets/map-B0K.js',
    'http://127.0.0.1:3000/assets/map-B0K.js',
  ],
  [
    'Failed to fetch dynamically imported module: https://vila.example/assets/map-B0K.js?again=1',
    'https://vila.example/assets/map-B0K.js',
  ],
  ['Importing a module script failed.', null],
])('the address in %j is %j', (message, address) => {
  expect(addressIn(new TypeError(message))).toBe(address)
})
