import { z } from 'zod'
import { answerName } from '../names.ts'
import { defineNode } from '../node.ts'
import { sampleWords, serves } from '../sample.ts'

const VARIABLE = /\{\{\s*([a-z][a-z0-9_.]*)\s*\}\}/g
const SERVICE_WAIT_MINUTES = 1 // the call itself ends after 5 seconds; this covers a restart of ours

/** Asks a service of an allow-listed https host; values of its JSON answer become answers. */
export const httpRequest = defineNode({
  type: 'http_request',
  family: 'hands_on',
  config: z.strictObject({
    method: z.enum(['GET', 'POST']),
    /** May use `{{variables}}`, each encoded as a part of the address. */
    url: z.string().max(2_000),
    body: z.string().max(10_000),
    map: z.array(z.strictObject({ saveAs: answerName, path: z.string().min(1).max(200) })).max(20),
  }),
  blank: { method: 'GET', url: '', body: '', map: [] },
  exits: () => [{ id: 'success' }, { id: 'failure' }],

  enter({ method, url, body, map }, scene) {
    const filled = (text: string, encode: (value: string) => string) =>
      text.replace(VARIABLE, (_whole, name: string) => {
        const value = scene.value(name)
        return encode(value === undefined || value === null || typeof value === 'object' ? '' : String(value))
      })
    return {
      wait: { kind: 'effect', minutes: SERVICE_WAIT_MINUTES },
      effects: [
        {
          kind: 'call_service',
          turn: scene.turn,
          method,
          url: filled(url, encodeURIComponent),
          headers: {},
          body: method === 'POST' ? filled(body, value => JSON.stringify(value).slice(1, -1)) : null,
          map: Object.fromEntries(map.map(({ saveAs, path }) => [saveAs, path])),
        },
      ],
    }
  },

  resume(_config, input) {
    if (input.kind === 'reply' || input.kind === 'people') return { stay: true }
    if (input.kind === 'timeout' || !input.ok) return { exit: 'failure' }
    return { exit: 'success', answers: input.values }
  },

  samples({ map }, _scene, { language, valuesOf }) {
    const usual = map.map(({ saveAs }) => [saveAs, valuesOf(saveAs)[0] ?? sampleWords('text', language)] as const)
    const wished = map.flatMap(({ saveAs }) =>
      valuesOf(saveAs)
        .slice(1)
        .map(value => [saveAs, value] as const),
    )
    const answers = (changed: readonly (readonly [string, string])[]) => Object.fromEntries([...usual, ...changed])
    return [
      serves('success', true, answers([])),
      ...wished.map(change => serves('success', true, answers([change]))),
      serves('failure', false),
    ]
  },

  reads: ({ method, url, body }) =>
    Object.entries(method === 'POST' ? { url, body } : { url }).flatMap(([field, text]) =>
      [...text.matchAll(VARIABLE)].map(([, name = '']) => ({ name, field })),
    ),
  sets: ({ map }) => [{ exit: 'success', names: map.map(({ saveAs }) => saveAs) }],

  faults({ url }, town) {
    const host = /^https:\/\/([^/?#\s@]+)(?:[/?#]|$)/.exec(url)?.[1]?.toLowerCase()
    if (!host) return [{ code: 'service_address', severity: 'error', field: 'url', values: { url } }]
    return town.allowedHosts.includes(host)
      ? []
      : [{ code: 'service_host', severity: 'error', field: 'url', values: { host } }]
  },
})
