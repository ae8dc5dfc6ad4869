import type { IncidentDetail, IncidentEntry } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import { changeOnceMore, isSameToReader } from './change-once-more.ts'

const entry = (id: string, more: Partial<IncidentEntry> = {}): IncidentEntry => ({
  id,
  at: '2026-11-01T10:00:00.000Z',
  kind: 'answer',
  by: 'Laia Mas',
  text: 'Hi anem',
  media: [],
  status: null,
  to: null,
  delivery: null,
  failure: null,
  ...more,
})
const shown: IncidentDetail = {
  id: 'i1',
  rev: 3,
  reference: 'MAN-1',
  departmentId: 'roads',
  personId: null,
  category: 'streets',
  status: 'in_progress',
  mode: 'one_answer',
  priority: 'normal',
  summary: 'Un forat',
  place: null,
  spot: null,
  districtId: null,
  thumbnail: null,
  channel: 'whatsapp',
  contactName: null,
  language: 'ca',
  openedAt: '2026-11-01T10:00:00.000Z',
  changedAt: '2026-11-01T10:00:00.000Z',
  answeredAt: null,
  assignee: null,
  assigneeId: null,
  windowEndsAt: null,
  dueFor: null,
  dueAt: null,
  soonAt: null,
  waitingSince: null,
  mentioned: [],
  text: 'Un forat al carrer',
  media: [],
  answers: {},
  flowId: 'canal',
  node: 'n1',
  entries: [entry('a1', { delivery: 'queued' })],
}
const delivered = { ...shown, rev: 4, entries: [entry('a1', { delivery: 'delivered' })] }
const stale = (current: IncidentDetail) => new ApiError('stale', 'Changed', { status: 409, current })

describe('what somebody has to read first', () => {
  test.each<[string, Partial<IncidentDetail>, boolean]>([
    ['how far an answer got', { entries: [entry('a1', { delivery: 'read' })] }, true],
    ['new words of the citizen', { entries: [...shown.entries, entry('c1', { kind: 'citizen' })] }, false],
    ['another status', { status: 'resolved' }, false],
    ['somebody took it', { assignee: 'Pol Roca' }, false],
    ['another department', { departmentId: 'parks' }, false],
  ])('%s', (_, more, isSame) => {
    expect(isSameToReader(shown, { ...shown, rev: 9, ...more })).toBe(isSame)
  })
})

describe('a change that meets a newer incident', () => {
  test('is made again after delivery reports, with the newer rev', async () => {
    const revs: number[] = []
    const changed = await changeOnceMore(shown, async rev => {
      revs.push(rev)
      if (rev === shown.rev) throw stale(delivered)
      return delivered
    })
    expect(revs).toEqual([3, 4])
    expect(changed).toBe(delivered)
  })

  test('is left to the person when somebody did something', async () => {
    const taken = stale({ ...delivered, assignee: 'Pol Roca' })
    await expect(changeOnceMore(shown, () => Promise.reject(taken))).rejects.toBe(taken)
  })

  test('gives up when reports never end', async () => {
    let tries = 0
    const again = () => Promise.reject(stale({ ...delivered, rev: 4 + tries++ }))
    await expect(changeOnceMore(shown, again)).rejects.toThrow('Changed')
    expect(tries).toBe(4)
  })

  test('of another kind of failure is not made again', async () => {
    let tries = 0
    const fails = () => {
      tries++
      return Promise.reject(new ApiError('unreachable', 'No answer', { status: 0 }))
    }
    await expect(changeOnceMore(shown, fails)).rejects.toThrow('No answer')
    expect(tries).toBe(1)
  })
})
