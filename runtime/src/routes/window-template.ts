import { windowTemplate } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'
import { channelKey } from './towns.ts'

interface WindowTemplateDeps {
  channels: ChannelStore
  audit: AuditStore
  now: () => Date
}

const chosen = z.strictObject({ template: windowTemplate.nullable() })

export const windowTemplateRoutes = ({ channels, audit, now }: WindowTemplateDeps): Route[] => [
  townRoute({
    method: 'put',
    path: '/towns/:town/channels/:key/window-template',
    summary: 'Chooses the template that asks a citizen to reply once the 24-hour window has closed; null for none.',
    roles: ['administrator'],
    params: { key: channelKey },
    body: chosen,
    answer: chosen,
    async run({ townKey, personId }, { params, body }) {
      const changed = await channels.change(townKey, params.key, { windowTemplate: body.template })
      if (!changed) throw new AppError('not_found')
      await audit.append({ town: townKey, personId, action: 'channel.window_template', object: params.key, at: now() })
      return { template: changed.windowTemplate ?? null }
    },
  }),
]
