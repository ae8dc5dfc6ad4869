import { incidentDetail, mediaFile, roles, sendAgain } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { type AnsweringDeps, answerAgain } from '../incidents/answering.ts'
import { incidentId } from './incidents.ts'
import { MAX_UPLOAD_BYTES, uploadName } from './media.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

const MAX_INCIDENT_FILES = 300 // what people upload and never send is kept, too

const entryId = z
  .string()
  .max(500)
  .regex(/^[\w:.+@=~-]+$/)

/** What belongs to answers besides their words: files to send along, and sending one again. */
export const answerRoutes = (deps: AnsweringDeps): Route[] => [
  townRoute({
    method: 'post',
    path: '/towns/:town/incidents/:id/media',
    summary: 'Keeps a file to be sent with an answer. The body is the file itself.',
    roles,
    params: { id: incidentId },
    query: uploadName,
    maxFileBytes: MAX_UPLOAD_BYTES,
    answer: mediaFile,
    async run(scope, { params, query, bytes }) {
      const addressee = await deps.incidents.addressee(scope, params.id)
      if (!addressee) throw new AppError('not_found')
      if (addressee.files >= MAX_INCIDENT_FILES) throw new AppError('too_many', 'files of one incident')
      const owner = { kind: 'contact' as const, contact: addressee.convId }
      const file = await deps.media.save(scope.townKey, bytes, { owner, name: query.name ?? null })
      if (!(await deps.incidents.attach(scope, params.id, file.mediaId))) throw new AppError('not_found')
      return file
    },
  }),
  townRoute({
    method: 'post',
    path: '/towns/:town/incidents/:id/entries/:entry/again',
    summary: 'Sends an answer once more that could not be delivered. The same `answerId` again is the same answer.',
    roles,
    params: { id: incidentId, entry: entryId },
    body: sendAgain,
    answer: incidentDetail,
    run: (scope, { params, body }) => answerAgain(deps, scope, { incidentId: params.id, entryId: params.entry }, body),
  }),
]
