import type { DemoTown } from '@pregoner/seeds'
import { emptyFlow, type Flow, nodeDefinition } from '@pregoner/shared'
import { sampleTown } from '../sample-town.ts'

const node = (id: string, type: string, config: object) => ({
  id,
  type,
  position: { x: 0, y: 0 },
  config: { ...(nodeDefinition(type)?.blank as object), ...config },
})

const say = (id: string, text: string) =>
  node(id, 'message', { text: { ca: text }, attachment: null, place: null, link: null })
const option = (id: string, label: string) => ({ id, label: { ca: label }, description: {}, synonyms: {} })

const nodes = [
  node('start', 'start', {
    triggers: [
      { kind: 'keyword', words: { ca: ['hola'] }, mode: 'exact', saveRestAs: null },
      { kind: 'anything_else', restHours: 0 },
    ],
  }),
  node('consent', 'consent', {
    purpose: 'avisos',
    version: '1',
    text: { ca: 'Guardarem el que ens diguis.' },
    validDays: null,
  }),
  node('menu', 'menu', {
    text: { ca: 'Què voleu?' },
    options: [
      option('forat', 'Un forat'),
      option('avisos', 'Avisos'),
      option('servei', 'Un servei'),
      option('espera', 'Esperar'),
      option('parlar', 'Parlar'),
    ],
  }),
  node('what', 'question', { text: { ca: 'Què passa?' }, saveAs: 'what' }),
  node('photo', 'question', { text: { ca: 'Una foto?' }, answer: 'photo', saveAs: 'photo', optional: true }),
  node('route', 'department_route', {
    departmentId: 'roads',
    category: 'pothole',
    summary: { ca: 'Forat: {{what}}' },
    textFrom: 'what',
    photosFrom: 'photo',
    saveReferenceAs: 'reference',
  }),
  node('talk', 'department_route', {
    departmentId: 'parks',
    mode: 'dialogue',
    summary: { ca: 'Vol parlar' },
    saveReferenceAs: 'reference',
    waitMinutes: 6_000,
  }),
  say('thanks', 'Gràcies, número {{reference}}.'),
  node('staff', 'notify', { departmentId: 'roads', text: { ca: 'Un altre forat' } }),
  node('subscribe', 'subscription', { topicIds: ['news'], action: 'subscribe' }),
  say('subscribed', 'Rebràs els avisos.'),
  node('ask', 'http_request', { url: 'https://serveis.example/dada', map: [{ saveAs: 'value', path: 'value' }] }),
  say('silent', 'El servei no respon.'),
  node('wait', 'wait', { mode: 'for', minutes: 10 }),
  say('later', 'Ja han passat deu minuts.'),
  node('end', 'end', { text: {} }),
]

const targets: [from: string, exit: string, to: string][] = [
  ['start', 'next', 'menu'],
  ['consent', 'accepted', 'subscribe'],
  ['consent', 'refused', 'end'],
  ['menu', 'forat', 'what'],
  ['menu', 'avisos', 'consent'],
  ['menu', 'servei', 'ask'],
  ['menu', 'espera', 'wait'],
  ['menu', 'parlar', 'talk'],
  ['menu', 'other', 'end'],
  ['what', 'answered', 'photo'],
  ['what', 'invalid', 'end'],
  ['photo', 'answered', 'route'],
  ['photo', 'skipped', 'route'],
  ['photo', 'invalid', 'end'],
  ['route', 'opened', 'staff'],
  ['staff', 'next', 'thanks'],
  ['thanks', 'next', 'menu'],
  ['talk', 'closed', 'menu'],
  ['talk', 'nobody_answered', 'end'],
  ['subscribe', 'done', 'subscribed'],
  ['subscribe', 'already', 'subscribed'],
  ['subscribed', 'next', 'menu'],
  ['ask', 'success', 'silent'],
  ['ask', 'failure', 'silent'],
  ['silent', 'next', 'menu'],
  ['wait', 'next', 'later'],
  ['later', 'next', 'menu'],
]

const flow: Flow = {
  ...emptyFlow('main', 'Canal', ['ca']),
  nodes,
  edges: targets.map(([from, exit, to], index) => ({ id: `e${index}`, from, exit, to })),
}

export const PHONE_NUMBER_ID = 'demo-vila'

/** A town whose one flow does everything a step can ask for. */
export const vila: DemoTown = {
  town: { ...sampleTown(), languages: ['ca'], allowedHosts: ['serveis.example'] },
  flows: [flow],
  people: [],
  channels: [
    { key: 'vila', kind: 'whatsapp', displayNumber: '34910000001' },
    { key: 'vila-web', kind: 'webchat', displayNumber: null },
  ],
}
