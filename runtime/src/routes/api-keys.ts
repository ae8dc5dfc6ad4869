import { apiKey, madeApiKey, makeApiKey } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { ApiKeyStore } from '../stores/api-key-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

interface ApiKeyDeps {
  apiKeys: ApiKeyStore
  audit: AuditStore
  now: () => Date
}

const key = z.string().regex(/^[\da-f]{12}$/)

/** The keys with which programs of others may report incidents. */
export const apiKeyRoutes = ({ apiKeys, audit, now }: ApiKeyDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/api-keys',
    summary: 'The town’s API keys, newest first; never the keys themselves.',
    roles: ['administrator'],
    answer: z.array(apiKey),
    run: ({ townKey }) => apiKeys.list(townKey),
  }),
  townRoute({
    method: 'post',
    path: '/towns/:town/api-keys',
    summary: 'Makes an API key. `secret` is told this once.',
    roles: ['administrator'],
    body: makeApiKey,
    answer: madeApiKey,
    async run({ townKey, personId, personName }, { body }) {
      const made = await apiKeys.make(townKey, body.name, personName)
      await audit.append({ town: townKey, personId, action: 'api_key.make', object: made.key.id, at: now() })
      return made
    },
  }),
  townRoute({
    method: 'delete',
    path: '/towns/:town/api-keys/:key',
    summary: 'Revokes an API key, for good.',
    roles: ['administrator'],
    params: { key },
    answer: apiKey,
    async run({ townKey, personId }, { params }) {
      const revoked = await apiKeys.revoke(townKey, params.key)
      if (!revoked) throw new AppError('not_found')
      await audit.append({ town: townKey, personId, action: 'api_key.revoke', object: revoked.id, at: now() })
      return revoked
    },
  }),
]
