import { askedId, mediaFile, roles } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import type { MediaStore } from '../stores/media-store.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'
import { sendFile } from './send-file.ts'

interface MediaDeps {
  media: MediaStore
  incidents: IncidentStore
}

export const MAX_UPLOAD_BYTES = 16 * 1024 * 1024
export const mediaId = askedId(200)
export const mediaSize = z.strictObject({ size: z.enum(['full', 'thumb']).default('full') })
export const uploadName = z.strictObject({ name: z.string().max(300).optional() })

export const mediaRoutes = ({ media, incidents }: MediaDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/media/:mediaId',
    summary: 'A file: pictures as they are, all else as a download. Agents get those of their incidents.',
    roles,
    params: { mediaId },
    query: mediaSize,
    async run(scope, { params, query, response }) {
      const file = await media.find(scope.townKey, params.mediaId)
      const mayRead = scope.role !== 'agent' || (await incidents.showsMedia(scope, params.mediaId))
      if (!file || !mayRead) throw new AppError('not_found')
      await sendFile(response, media, scope.townKey, file, query.size)
    },
  }),
  townRoute({
    method: 'post',
    path: '/towns/:town/media',
    summary: 'Keeps a file for a flow. The body is the file itself; pictures are made anew without position data.',
    roles: FLOW_ROLES,
    query: uploadName,
    maxFileBytes: MAX_UPLOAD_BYTES,
    answer: mediaFile,
    run: (scope, { bytes, query }) =>
      media.save(scope.townKey, bytes, { owner: { kind: 'town' }, name: query.name ?? null }),
  }),
]
