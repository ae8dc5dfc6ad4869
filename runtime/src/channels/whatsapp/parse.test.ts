import { expect, test } from 'vitest'
import { parseWebhook } from './parse.ts'

const now = new Date('2026-11-23T10:00:00Z')

const statuses = (code: number) =>
  parseWebhook(
    {
      entry: [
        {
          changes: [
            {
              field: 'messages',
              value: {
                metadata: { phone_number_id: '7' },
                statuses: [{ id: 'out', status: 'failed', timestamp: '1763740805', errors: [{ code, title: 'Bad' }] }],
              },
            },
          ],
        },
      ],
    },
    '7',
    now,
    id => id,
  )?.items

// Codes and what to do about them: Meta's error table, 2026
test.each([131_000, 131_016, 130_429, 131_056, 2, 80_007])('code %i is worth another try', code => {
  expect(statuses(code)).toMatchObject([{ kind: 'status', status: 'failed', againAfterMs: expect.any(Number) }])
})

test.each([131_026, 131_047, 131_049, 130_472, 100])('code %i is not', code => {
  expect(statuses(code)).toMatchObject([{ kind: 'status', status: 'failed', againAfterMs: null }])
})

test.each([131_042, 368, 190])('code %i stops the channel, and the message waits for it', code => {
  expect(statuses(code)).toMatchObject([
    { kind: 'status', againAfterMs: expect.any(Number) },
    { kind: 'channel_news', code: String(code), isFatal: true },
  ])
})
