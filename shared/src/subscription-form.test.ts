import { expect, test } from 'vitest'
import { sampleTown } from '../../test/sample-town.ts'
import { formCodeIn, formConsent, formProof } from './subscription-form.ts'

test.each([
  ['WEB-7K2PQR-S9TVWX', 'WEB-7K2PQR-S9TVWX'],
  ['web-7k2pqr-s9tvwx', 'WEB-7K2PQR-S9TVWX'],
  ['Confirmo l’alta: WEB-7K2PQR-S9TVWX', 'WEB-7K2PQR-S9TVWX'],
  ['Confermo l’iscrizione: *WEB-7K2PQR-S9TVWX*.', 'WEB-7K2PQR-S9TVWX'],
  ['Confirmo: WEB–7K2PQR–S9TVWX. ', 'WEB-7K2PQR-S9TVWX'],
  ['WEB-7K2PQR-S9TVWX gràcies', null],
  ['MYWEB-7K2PQR-S9TVWX', null],
  ['WEB-7K2PQR', null],
  ['WEB-0K2PQR-S9TVWX', null],
  ['MAN-7K2PQRS', null],
  ['ALTA 600123123', null],
  [`${'a'.repeat(300)} WEB-7K2PQR-S9TVWX`, null],
])('the code in “%s” is %s', (text, code) => {
  expect(formCodeIn(text)).toBe(code)
})

test('what is agreed to names the town and its own word, and is kept with version, language and time', () => {
  const consent = formConsent(sampleTown('empoli', 'Empoli'), 'it')
  expect(consent).toContain('il Comune (Empoli)')
  expect(consent).toContain('scrivendo STOP')
  const proof = formProof(consent, 'it', new Date('2026-12-01T10:00:00Z'))
  expect(proof).toBe(`${consent} (form 1, it, 2026-12-01T10:00:00.000Z)`)
})
