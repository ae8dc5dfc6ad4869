import type { ToldLine } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { partsOfRun } from './name-of-run.ts'
import { sameRun } from './same-run.ts'

const names = { department: (id: string) => (id === 'roads' ? 'Via pública' : id) }
const said = (text: string): ToldLine => ({ kind: 'citizen', text, parts: [] })
const incident: ToldLine = { kind: 'effect', facts: { kind: 'open_incident', departmentId: 'roads' } }

test.each([
  ['a department that got it', [said('incidència'), said('Forat'), incident], 'incidència', 'Via pública'],
  ['what was said last', [said('hola'), said('Horaris')], 'hola', 'Horaris'],
  ['nothing said', [{ kind: 'begun' as const }], '', ''],
  ['a long text', [said('a'.repeat(60))], `${'a'.repeat(39)}…`, `${'a'.repeat(39)}…`],
])('a run is named after how it began and %s', (_name, lines, first, last) => {
  expect(partsOfRun(lines, names)).toEqual({ first, last })
})

const run = (choiceId: string, language: 'ca' | 'es' | null = null, startsAt = '2026-01-01T10:00:00.000Z') => ({
  setup: { name: 'Joana', language, startsAt, seed: 1 },
  acts: [{ kind: 'say' as const, said: { text: 'Forat', choiceId, media: [], place: null } }],
})
const kept = { id: 'one', name: 'Un', lines: [], ...run('main~menu~1~hole') }

test.each([
  ['the same, at another turn and another day', run('main~menu~7~hole', null, '2027-05-05T10:00:00.000Z'), true],
  ['another option', run('main~menu~1~light'), false],
  ['another language', run('main~menu~1~hole', 'es'), false],
])('a run is known again: %s', (_name, recording, isSame) => {
  expect(sameRun([kept], recording) !== undefined).toBe(isSame)
})
