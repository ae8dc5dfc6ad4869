import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { PASSWORD, personId, startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { hotp, stepAt } from '../accounts/totp.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
}, 60_000)
afterAll(() => api.close())

/** The bytes of a base 32 text, as an authenticator app reads it. */
function bytesOf(text: string): Buffer {
  const bits = [...text]
    .map(char => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}
const codeOf = (secret: string) => hotp(bytesOf(secret), stepAt(api.deps.now()))
const enter = (email: string, code?: string) =>
  api.client().post('/session', { email, password: PASSWORD, ...(code !== undefined && { code }) })

/** Sets a second factor up as the account page does. */
async function setUp(client: Client): Promise<{ secret: string; codes: string[] }> {
  const { secret, uri } = (await client.post('/account/second-factor', { password: PASSWORD })).body
  expect(uri).toContain(`secret=${secret}`)
  const { body } = await client.post('/account/second-factor/confirm', { code: codeOf(secret) })
  return { secret, codes: body.codes }
}

describe('name and password', () => {
  test('a new name is shown at once', async () => {
    const client = await api.signedIn('spare@vila.example')
    expect((await client.send('PATCH', '/account', { name: ' Pau Ferrer ' })).status).toBe(200)
    expect((await client.get('/session')).body.name).toBe('Pau Ferrer')
  })

  test('a new password needs the present one, and ends every other session', async () => {
    const [here, there] = [await api.signedIn('spare@vila.example'), await api.signedIn('spare@vila.example')]
    const change = (current: string, next: string) => here.send('PUT', '/account/password', { current, next })
    expect((await change('wrong', 'a password of mine')).body.code).toBe('wrong_own_password')
    expect((await change(PASSWORD, 'short')).status).toBe(400)
    expect((await change(PASSWORD, 'a password of mine')).status).toBe(200)
    expect([(await here.get('/session')).status, (await there.get('/session')).status]).toEqual([200, 401])
    await change('a password of mine', PASSWORD)
  })

  test('one signs oneself out everywhere but here', async () => {
    const [here, there] = [await api.signedIn('spare@vila.example'), await api.signedIn('spare@vila.example')]
    await here.send('DELETE', '/account/sessions')
    expect([(await here.get('/session')).status, (await there.get('/session')).status]).toEqual([200, 401])
  })
})

describe('a second factor', () => {
  test('is asked for from its confirmation on, and each code is taken once', async () => {
    const client = await api.signedIn('roads@vila.example')
    expect((await client.post('/account/second-factor', { password: 'wrong' })).body.code).toBe('wrong_own_password')
    const { secret, codes } = await setUp(client)
    expect(codes).toHaveLength(10)
    const stored = JSON.stringify(await api.connection.collection('people').find().toArray())
    expect([secret, ...codes].filter(text => stored.includes(text))).toEqual([])

    expect((await enter('roads@vila.example')).body.code).toBe('code_needed')
    expect((await enter('roads@vila.example', codeOf(secret))).body.code).toBe('wrong_code') // it confirmed the setting up
    api.later(1)
    const code = codeOf(secret)
    expect((await enter('roads@vila.example', code)).status).toBe(200)
    expect((await enter('roads@vila.example', code)).body.code).toBe('wrong_code')
    expect((await enter('roads@vila.example', codes[0])).status).toBe(200)
    expect((await enter('roads@vila.example', codes[0])).body.code).toBe('wrong_code')
    expect((await client.get('/account')).body).toMatchObject({ hasSecondFactor: true, recoveryCodes: 9 })
  })

  test('of the same code sent many times at once one gets in', async () => {
    const { secret } = await setUp(await api.signedIn('officer@poble.example'))
    api.later(60)
    const code = codeOf(secret)
    const answers = await Promise.all([1, 2, 3].map(() => enter('officer@poble.example', code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('X18: after five wrong codes even the right one must wait', async () => {
    const { secret } = await setUp(await api.signedIn('parks@poble.example'))
    api.later(60)
    const statuses = []
    for (let tries = 0; tries < 5; tries += 1) {
      statuses.push((await enter('parks@poble.example', '000000')).status)
      api.later(1) // past the delay of the password
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422])
    expect((await enter('parks@poble.example', codeOf(secret))).body.code).toBe('too_many')
    api.later(11)
    expect((await enter('parks@poble.example', codeOf(secret))).status).toBe(200)
  })

  test('a wrong password is told before any code is looked at', async () => {
    const body = { email: 'roads@vila.example', password: 'wrong', code: '123456' }
    expect((await api.client().post('/session', body)).body.code).toBe('wrong_password')
  })

  test('one gives it up with the password', async () => {
    const client = await api.signedIn('roads@poble.example')
    await setUp(client)
    expect((await client.send('DELETE', '/account/second-factor', { password: PASSWORD })).status).toBe(200)
    expect((await enter('roads@poble.example')).status).toBe(200)
  })
})

describe('a town that asks for a second factor', () => {
  test('is closed to whoever has none until they have set it up, and they cannot give it up', async () => {
    const admin = await api.signedIn('admin@vila.example')
    const officer = await api.signedIn('officer@vila.example')
    expect((await admin.send('PUT', '/towns/vila/second-factor', { isRequired: true })).status).toBe(200)
    const { status, body } = await officer.get('/towns/vila/flows')
    expect([status, body.code]).toEqual([403, 'second_factor_needed'])
    expect((await officer.get('/towns/poble/flows')).body.code).toBe('not_found')
    expect((await officer.get('/session')).body.closedWithoutSecondFactor).toEqual(['vila'])
    await setUp(officer)
    expect((await officer.get('/towns/vila/flows')).status).toBe(200)
    expect((await officer.send('DELETE', '/account/second-factor', { password: PASSWORD })).body.code).toBe(
      'second_factor_needed',
    )
    expect((await officer.get('/account')).body.requiredBy).toEqual(['vila'])
  })

  test('an administrator takes it away from somebody who has lost their phone', async () => {
    const admin = await api.signedIn('admin@vila.example')
    await setUp(admin)
    const id = personId('officer@vila.example')
    expect((await admin.send('DELETE', `/towns/vila/people/${id}/second-factor`)).status).toBe(200)
    expect((await enter('officer@vila.example')).body.closedWithoutSecondFactor).toEqual(['vila'])
  })
})
