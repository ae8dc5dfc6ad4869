import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const conditions = ['source', 'node']
const shared = { root, resolve: { conditions }, ssr: { resolve: { conditions } } }
const never = ['**/node_modules/**', '**/dist/**']

/** Three rooms: rules and stores, whole servers under faults, people in a browser. */
export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{shared,runtime,designer,seeds}/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...never, 'test/browser/**', 'test/faults/**'],
          isolate: false, // a test file puts back what it changes; reading every module anew for each took half the time
          testTimeout: 90_000, // some go through every route there is
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: never,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: never,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          isolate: false,
        },
      },
    ],
  },
})
