import { expect, test } from 'vitest'
import type { Scope } from '../accounts/scope.ts'
import type { ConversationSearchStore, SearchedRow, SearchedStream } from '../stores/conversation-search-store.ts'
import { searchConversations } from './search.ts'

const officer: Scope = { townKey: 'vila', role: 'officer', departments: [], personId: 'o', personName: 'Officer' }
const start = Date.parse('2026-11-01T00:00:00Z')
const at = (minute: number) => new Date(start + minute * 60_000)

/** A store whose rows are made when they are asked for; `count` says how many were. */
function rowsOf(streams: { [Stream in SearchedStream]?: readonly SearchedRow[] }, readable: string[] | null = null) {
  const asked: { stream: SearchedStream; limit: number }[] = []
  const store: ConversationSearchStore = {
    readable: async () => readable,
    async read(_town, stream, from, limit) {
      asked.push({ stream, limit })
      const rows = streams[stream] ?? []
      const first = from ? rows.findIndex(({ id }) => id === from.id) + 1 : 0
      return rows.slice(first, first + limit)
    },
    contactTexts: async (_town, ids) => new Map(ids.map(id => [id, id === 'vila:maria' ? 'Maria' : ''])),
    byIds: async () => [],
  }
  return { store, asked }
}

/** Messages a minute apart, the newest first; some of them with other words. */
const messages = (count: number, other: { [index: number]: string } = {}): SearchedRow[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    convId: `vila:${index}`,
    at: at(count - index),
    text: other[index] ?? 'bon dia',
  }))

test('a search for what nobody wrote reads so much and no more, and says how far back it has come', async () => {
  const { store, asked } = rowsOf({ inbound: messages(50_000), outbound: messages(50_000) })
  const page = await searchConversations(store, officer, 'farola', null)
  expect(page.hits).toEqual([])
  expect(Math.max(...asked.map(({ limit }) => limit))).toBeLessThanOrEqual(250)
  expect(asked.length).toBeLessThanOrEqual(202)
  expect(page.since?.getTime()).toBeLessThan(at(50_000 - 24_000).getTime())
  expect(page.place).not.toBeNull()
})

test('going on further back comes to the end of everything', async () => {
  const { store } = rowsOf({ inbound: messages(50_000, { 45000: 'una farola' }), outbound: messages(50_000) })
  const found: string[] = []
  let pages = 0
  let place: Awaited<ReturnType<typeof searchConversations>>['place'] = null
  do {
    const page = await searchConversations(store, officer, 'farola', place)
    found.push(...page.hits.map(({ convId }) => convId))
    place = page.place
    pages += 1
  } while (place)
  expect(found).toEqual(['vila:45000'])
  expect(pages).toBe(3)
})

test('many finds end a page early, and the next one goes on behind them', async () => {
  const { store, asked } = rowsOf({ inbound: messages(50_000) })
  const page = await searchConversations(store, officer, 'bon', null)
  expect(page.hits.map(({ convId }) => convId)).toEqual(Array.from({ length: 30 }, (_, index) => `vila:${index}`))
  expect(asked.length).toBeLessThanOrEqual(3)
  const { hits } = await searchConversations(store, officer, 'bon', page.place)
  expect([hits.length, hits[0]?.convId]).toEqual([30, 'vila:30'])
})

test('of several messages of one conversation the newest is shown', async () => {
  const rows = messages(3, { 1: 'un forat nou', 2: 'un forat vell' }).map(row => ({ ...row, convId: 'vila:one' }))
  const { hits } = await searchConversations(rowsOf({ inbound: rows }).store, officer, 'forat', null)
  expect(hits).toMatchObject([{ convId: 'vila:one', message: { text: 'un forat nou', from: 'contact' } }])
})

test('a name may stand for one of the words', async () => {
  const rows = messages(2, { 0: 'un forat', 1: 'un forat' }).map((row, index) => ({
    ...row,
    convId: index === 0 ? 'vila:pere' : 'vila:maria',
  }))
  const { hits } = await searchConversations(rowsOf({ outbound: rows }).store, officer, 'maria forat', null)
  expect(hits.map(({ convId }) => convId)).toEqual(['vila:maria'])
})

test('links to a person’s own data are not what is searched', async () => {
  const rows = messages(1, { 0: 'Les vostres dades: https://vila.example/my-data/secretsecretsecret' })
  const { hits } = await searchConversations(rowsOf({ outbound: rows }).store, officer, 'secretsecret', null)
  expect(hits).toEqual([])
})

test('an agent finds nothing in conversations that are not theirs', async () => {
  const { store } = rowsOf({ inbound: messages(10, { 3: 'forat', 5: 'forat' }) }, ['vila:5'])
  const { hits } = await searchConversations(store, { ...officer, role: 'agent' }, 'forat', null)
  expect(hits.map(({ convId }) => convId)).toEqual(['vila:5'])
})
