import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { askedId, myDataLink } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import { zip } from '../exports/zip.ts'
import { linkHash, MAX_DOWNLOADS } from '../privacy/data-links.ts'
import { type MyDataDeps, myData } from '../privacy/my-data.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { PrivacyStore } from '../stores/privacy-store.ts'
import type { Route } from './route.ts'
import { openRoute } from './route.ts'

export interface MyDataRouteDeps extends Omit<MyDataDeps, 'town'> {
  privacy: Pick<PrivacyStore, 'byLink' | 'countDownload'>
  towns: { get: MyDataDeps['town'] }
  audit: Pick<AuditStore, 'append'>
}

const token = askedId(100)

/** What a citizen's link leads to. An unknown link, an old one and a used-up one meet the same answer. */
export const myDataRoutes = (deps: MyDataRouteDeps): Route[] => {
  const { privacy, towns, audit, now } = deps
  return [
    openRoute({
      method: 'get',
      path: '/my-data/:token',
      summary: 'What a citizen’s link to their own data is still good for.',
      params: { token },
      answer: myDataLink,
      async run({ params }) {
        const request = await privacy.byLink(linkHash(params.token), now(), MAX_DOWNLOADS)
        const town = request && (await towns.get(request.town))
        if (!request?.link || !town) throw new AppError('not_found')
        const { expiresAt, downloads } = request.link
        return { townName: town.name, expiresAt: expiresAt.toISOString(), downloadsLeft: MAX_DOWNLOADS - downloads }
      },
    }),
    openRoute({
      method: 'get',
      path: '/my-data/:token/file',
      summary: 'Everything that is held about the citizen the link was sent to, as a ZIP file. Counts as a download.',
      params: { token },
      async run({ params, response }) {
        const request = await privacy.countDownload(linkHash(params.token), now(), MAX_DOWNLOADS)
        const entries = request && (await myData(request.convId, { ...deps, town: towns.get }))
        if (!request || !entries) throw new AppError('not_found')
        const { town, convId } = request
        await audit.append({ town, personId: null, action: 'privacy.download', object: convId, at: now() })
        response.attachment('pregoner.zip').set({ 'Cache-Control': 'no-store', 'Content-Type': 'application/zip' })
        await pipeline(Readable.from(zip(entries)), response)
      },
    }),
  ]
}
