import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MONDAY, openLettersLab } from '../../../test/letters-lab.ts'
import { partsOf } from '../../../test/smtp-server.ts'
import type { Mailer } from '../mail/mailer.ts'
import { createAccountStore, type Part } from '../stores/account-store.ts'
import { type DigestDeps, sendDueLetters } from './send-due.ts'

const { database, server, deps, time, later, close } = await openLettersLab()
afterAll(close)
beforeEach(async () => {
  time.at = MONDAY
  await deps.digests.turn('vila', true, 'Admin', new Date('2026-11-01T00:00:00Z'))
})
afterEach(async () => {
  server.mails.length = 0
  server.misbehave(null)
  await database.connection.collection('digests').deleteMany({})
})

const lastState = async () => (await deps.digests.last('vila')).departments.get('roads')?.state

describe('what a letter says', () => {
  test('the numbers of the statistics page, to the department’s own address, in the town’s language', async () => {
    await sendDueLetters(deps)
    expect(server.mails.map(({ to }) => to)).toEqual([['via@vila.example']])
    const [mail] = server.mails
    if (!mail) throw new Error('no letter')
    const { subject, text, html } = partsOf(mail)
    expect(subject).toBe('Via <pública>: la setmana 23–29 de novembre del 2026')
    expect(text).toContain('Incidències obertes: 2 (la setmana abans, 1)')
    expect(text).toContain('D’aquestes, amb resposta: 1 (la setmana abans, 0)')
    expect(text).toContain('Fins a la primera resposta, la meitat en menys de: 2 h 10 min')
    expect(text).toContain('Obertes ara, de totes les setmanes: 4\nD’aquestes, fora de termini: 1')
    expect(text).toContain('- Forat: 1')
    expect(text).toContain('- Sense categoria: 1')
    expect(text).toContain(
      'https://pregoner.example/t/vila/statistics?period=own&from=2026-11-23&to=2026-11-29&department=roads',
    )
    expect(html).toContain('<html lang="ca">')
    expect(html).toContain('Via &lt;pública&gt;')
    expect(html).not.toContain('<pública>')
    const readers = { townKey: 'vila', role: 'agent' as const, departments: ['roads'], personId: '', personName: '' }
    const query = { period: 'own' as const, from: '2026-11-23', to: '2026-11-29' }
    const { work } = await deps.statistics.townStatistics(readers, query, time.at)
    expect(work).toMatchObject({ now: { incidents: 2, answered: 1 }, before: { incidents: 1, answered: 0 } })
  })
})

describe('somebody’s own letter', () => {
  const people = [
    ['anna', { townKey: 'vila', role: 'agent', departments: ['roads', 'parks'] }, 'es'],
    ['biel', { townKey: 'vila', role: 'officer', departments: [] }, 'it'],
    ['carla', { townKey: 'vila', role: 'agent', departments: ['parks'], isDisabled: true }, 'ca'],
    ['dani', { townKey: 'poble', role: 'administrator', departments: [] }, 'ca'],
    ['emma', { townKey: 'vila', role: 'agent', departments: ['gone'] }, 'ca'],
    ['fina', { townKey: 'vila', role: 'agent', departments: ['parks'] }, null],
  ] as const satisfies readonly [string, Part, string | null][]
  const to = (name: string) => server.mails.filter(mail => mail.to[0] === `${name}@vila.example`)

  beforeAll(async () => {
    for (const [id, part, language] of people) {
      const person = { id, email: `${id}@vila.example`, name: id, passwordHash: '', allTowns: false, isDisabled: false }
      await createAccountStore(database.connection).create({
        ...person,
        parts: [{ ...part, departments: [...part.departments] }],
      })
      if (language) await deps.digestChoices.choose({ town: 'vila', personId: id, isOn: true, language, at: MONDAY })
    }
  })
  afterAll(() => database.connection.collection('digest_choices').deleteMany({}))

  test('goes to who asked for it and may still see the town, once', async () => {
    await sendDueLetters(deps)
    later(24 * 60)
    await sendDueLetters(deps)
    const addresses = server.mails.flatMap(mail => mail.to).toSorted()
    expect(addresses).toEqual(['anna@vila.example', 'biel@vila.example', 'via@vila.example'])
  })

  test('is of their departments and in their language, and says where to stop it', async () => {
    await sendDueLetters(deps)
    const [mail] = to('anna')
    if (!mail) throw new Error('no letter')
    const { subject, text, html } = partsOf(mail)
    expect(subject).toMatch(/la semana 23[–-]29 de noviembre de 2026$/)
    expect(text).toContain('Incidencias abiertas: 3 (la semana anterior, 1)')
    expect(text).toContain('Por departamento:\n- Via <pública>: 2')
    expect(text).toContain('period=own&from=2026-11-23&to=2026-11-29\n')
    const [, stopLink = ''] = /Dejar de recibirlo: (\S+)/.exec(text) ?? []
    expect(stopLink).toMatch(/^https:\/\/pregoner.example\/letters\/stop\/[\w.-]+$/)
    expect(html).toContain('<html lang="es">')
    expect(html).toContain(`href="${stopLink}"`)
    expect(mail.raw).toContain(`List-Unsubscribe: <${stopLink}>\r\n`)
    expect(mail.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
    expect(stopLink).not.toMatch(/anna|vila\b/)
    const [whole] = to('biel')
    if (!whole) throw new Error('no letter')
    expect(partsOf(whole).text).toContain('Ecco che cosa è successo a Vila nella settimana 23–29 novembre 2026.')
  })

  test('says of a quiet week that it was one', async () => {
    time.at = new Date('2027-02-01T06:00:00Z')
    await sendDueLetters(deps)
    const [mail] = to('anna')
    if (!mail) throw new Error('no letter')
    const { text } = partsOf(mail)
    expect(text).toContain(
      'No se abrió ninguna incidencia.\n\nIncidencias abiertas: 0 (la semana anterior, 0)\nAbiertas ahora',
    )
  })

  test('does not come twice to somebody whose address is their department’s', async () => {
    const store = createAccountStore(database.connection)
    const person = { id: 'greta', email: 'via@vila.example', name: 'Greta', passwordHash: '', allTowns: false }
    const parts: Part[] = [{ townKey: 'vila', role: 'agent', departments: ['roads'] }]
    await store.create({ ...person, parts, isDisabled: false })
    await deps.digestChoices.choose({ town: 'vila', personId: 'greta', isOn: true, language: 'en', at: MONDAY })
    await sendDueLetters(deps)
    const [mail, ...others] = server.mails.filter(({ to: [address] }) => address === 'via@vila.example')
    if (!mail) throw new Error('no letter')
    expect([partsOf(mail).html.includes('lang="en"'), others]).toEqual([true, []])
    await store.disable('greta')
  })

  test('stops when they say so, and nobody else’s does', async () => {
    await deps.digestChoices.choose({ town: 'vila', personId: 'anna', isOn: false, language: 'es', at: MONDAY })
    await sendDueLetters(deps)
    expect([to('anna').length, to('biel').length]).toEqual([0, 1])
    await deps.digestChoices.choose({ town: 'vila', personId: 'anna', isOn: true, language: 'es', at: MONDAY })
  })

  test('is tried until Thursday when the mail server is down, and not after', async () => {
    server.misbehave('RCPT', '451 not now')
    for (let hour = 0; hour < 71; hour += 1) {
      time.at = new Date(MONDAY.getTime() + hour * 3_600_000)
      await sendDueLetters(deps)
      if (hour === 60) server.misbehave(null)
    }
    expect([to('anna').length, (await deps.digests.last('vila')).people.get('anna')?.state]).toEqual([1, 'sent'])
  })
})

test('a department that has stopped it gets none at that address, and another address gets it', async () => {
  await deps.digestStops.stop({ town: 'vila', departmentId: 'roads', address: 'via@vila.example', at: MONDAY })
  await sendDueLetters(deps)
  expect(server.mails).toEqual([])
  await deps.digestStops.stop({ town: 'vila', departmentId: 'roads', address: 'vells@vila.example', at: MONDAY })
  await sendDueLetters(deps)
  expect(server.mails).toHaveLength(1)
  await deps.digestStops.resume('vila', 'roads')
})

describe('when it goes out', () => {
  test('once, whatever looks how often at the same time', async () => {
    await Promise.all([sendDueLetters(deps), sendDueLetters(deps), sendDueLetters(deps)])
    for (const minutes of [1, 60, 24 * 60]) {
      later(minutes)
      await sendDueLetters(deps)
    }
    expect(server.mails).toHaveLength(1)
    expect(await lastState()).toBe('sent')
  })

  test('again the week after', async () => {
    await sendDueLetters(deps)
    later(7 * 24 * 60)
    await sendDueLetters(deps)
    expect(server.mails).toHaveLength(2)
  })

  test('not before Monday at seven, not where it is off, and not for a week in which it was off', async () => {
    time.at = new Date(MONDAY.getTime() - 1)
    await sendDueLetters(deps)
    time.at = new Date(MONDAY.getTime() + 60_000)
    await deps.digests.turn('vila', false, 'Admin', time.at)
    await sendDueLetters(deps)
    await deps.digests.turn('vila', true, 'Admin', time.at)
    await sendDueLetters(deps)
    expect(server.mails).toHaveLength(0)
  })

  test('later, when the mail server would not take it', async () => {
    server.misbehave('RCPT', '451 not now')
    await sendDueLetters(deps)
    expect(await lastState()).toBe('refused')
    server.misbehave(null)
    later(5)
    await sendDueLetters(deps)
    expect(server.mails).toHaveLength(0)
    later(6)
    await sendDueLetters(deps)
    await sendDueLetters(deps)
    expect([server.mails.length, await lastState()]).toEqual([1, 'sent'])
  })

  test('later, when whoever began it died before it was handed over', async () => {
    const dying: DigestDeps = {
      ...deps,
      statistics: { ...deps.statistics, workload: () => Promise.reject(new Error('killed')) },
    }
    await expect(sendDueLetters(dying)).rejects.toThrow('killed')
    await sendDueLetters(deps)
    expect([server.mails.length, await lastState()]).toEqual([0, 'composing'])
    later(6)
    await sendDueLetters(deps)
    expect([server.mails.length, await lastState()]).toEqual([1, 'sent'])
  })

  test('never twice, when nobody knows whether it arrived', async () => {
    server.misbehave('END', 'hang_up')
    await sendDueLetters(deps)
    expect(await lastState()).toBe('failed')
    server.misbehave(null)
    const killed: Mailer = { send: () => Promise.reject(new Error('killed')) }
    later(7 * 24 * 60)
    await expect(sendDueLetters({ ...deps, mailer: killed })).rejects.toThrow('killed')
    expect(await lastState()).toBe('sending')
    later(24 * 60)
    await sendDueLetters(deps)
    expect(server.mails).toHaveLength(0)
  })
})
