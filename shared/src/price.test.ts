import { describe, expect, it } from 'vitest'
import { billingMonth, type Price, priceOf, type SentMessage, type Tariff, tariff } from './price.ts'

const prices: Tariff = tariff.parse({
  currency: 'EUR',
  byCountry: {
    ES: { marketing: 5, utility: 2, authentication: 3 },
    IT: { marketing: 6, utility: null, authentication: 1 },
  },
  otherCountries: { marketing: 9, utility: 8, authentication: 7 },
})
const BEFORE = new Date('2026-09-30T21:59:00Z') // still September in Madrid
const SINCE = new Date('2026-09-30T22:00:00Z') // 1 October there

const message = (change: Partial<SentMessage>): SentMessage => ({
  country: 'ES',
  category: 'service',
  isInsideWindow: true,
  at: SINCE,
  serviceMessagesThisMonth: 0,
  ...change,
})

describe('the price of a delivered message', () => {
  it.each<[Partial<SentMessage>, Price['reason'], number | null]>([
    [{ category: 'marketing', at: BEFORE }, 'charged', 5],
    [{ category: 'authentication', at: BEFORE }, 'charged', 3],
    [{ category: 'utility', at: BEFORE }, 'free_inside_window', 0],
    [{ category: 'utility', at: BEFORE, isInsideWindow: false }, 'charged', 2],
    [{ category: 'utility' }, 'charged', 2],
    [{ category: 'utility', isInsideWindow: false }, 'charged', 2],
    [{ at: BEFORE, serviceMessagesThisMonth: 5000 }, 'free_service', 0],
    [{ serviceMessagesThisMonth: 999 }, 'free_allowance', 0],
    [{ serviceMessagesThisMonth: 1000 }, 'charged', 2],
    [{ category: 'marketing', isFreeEntryPoint: true }, 'free_entry_point', 0],
    [{ category: 'marketing', country: 'FR' }, 'charged', 9],
    [{ category: 'marketing', country: null }, 'charged', 9],
    [{ category: 'marketing', country: 'constructor' }, 'charged', 9],
    [{ category: 'utility', country: 'IT' }, 'charged', null],
  ])('%j is %s: %s', (change, reason, amount) => {
    expect(priceOf(message(change), prices, 'Europe/Madrid')).toEqual({ reason, amount })
  })

  it('is unknown, not zero, where nobody entered a tariff', () => {
    const empty: Tariff = { currency: 'EUR', byCountry: {}, otherCountries: null }
    expect(priceOf(message({ category: 'marketing' }), empty, 'Europe/Madrid').amount).toBeNull()
  })

  it('counts the free messages by the month of the account', () => {
    expect(billingMonth(BEFORE, 'Europe/Madrid')).toBe('2026-09')
    expect(billingMonth(SINCE, 'Europe/Madrid')).toBe('2026-10')
    expect(billingMonth(SINCE, 'America/New_York')).toBe('2026-09')
  })
})
