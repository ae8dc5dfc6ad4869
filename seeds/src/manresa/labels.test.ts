import { converse, newContact, newSession, replyOf, simulatedFlows } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { demoTowns } from '../demo-towns.ts'

const NOW = new Date('2026-11-24T09:00:00Z')

/** The labels of somebody who has said this. */
function labelsOf(said: readonly string[]): string[] {
  const manresa = demoTowns(NOW).find(({ town }) => town.key === 'manresa')
  const flow = manresa?.flows.find(({ id }) => id === 'canal')
  if (!manresa || !flow) throw new Error('no channel of Manresa')
  const flows = simulatedFlows(flow, manresa.flows, manresa.town)
  let session = newSession(newContact('Rosa'), 1)
  said.forEach((text, index) => {
    session = converse(flows, session, replyOf({ messageId: `m${index}`, text }), NOW).session
  })
  return session.contact.labels
}

test.each([
  ['nothing yet', ['hola'], []],
  ['business', ['hola', 'CEDEM'], ['empresa']],
  ['jobs, then business', ['hola', 'CIO', '0', 'CEDEM'], ['feina', 'empresa']],
  ['what to visit', ['hola', 'turisme'], ['turisme']],
  ['an appointment', ['hola', 'cita prèvia', 'Accepto', 'CIO'], ['cita prèvia']],
  ['an incident, twice', ['hola', 'incidència', '0', 'incidència'], ['incidència']],
  ['a private matter', ['hola', 'Serveis Socials'], []],
])('who asks about %s is labelled by it', (_what, said, labels) => {
  expect(labelsOf(said)).toEqual(labels)
})
