import type { TownData } from '@pregoner/shared'
import type { Channel, ChannelAdapter } from '../channels/channel.ts'
import { AppError } from '../errors.ts'
import { askService } from '../services/call.ts'
import type { MediaFetch, MediaFetchStore } from '../stores/media-fetch-store.ts'
import type { MediaStore } from '../stores/media-store.ts'
import type { ServiceCall, ServiceCallStore } from '../stores/service-call-store.ts'
import { createQueue } from './queue.ts'
import type { Receive } from './receive.ts'

export interface JobDeps {
  mediaFetches: MediaFetchStore
  serviceCalls: ServiceCallStore
  media: MediaStore
  adapter: ChannelAdapter
  channel: (channelId: string) => Promise<Channel | null>
  town: (townKey: string) => Promise<TownData | null>
  receive: Pick<Receive, 'input'>
  now: () => Date
  onFailure: (error: unknown) => void
}

const MAX_FETCHES = 20 // half an hour of tries; the platform keeps a file for seven days
const MAX_CALLS = 3

/** Fetches the files people sent, checks them and keeps them under the id the conversation already knows. */
export const createMediaFetcher = ({ mediaFetches, media, adapter, channel, now, onFailure }: JobDeps) => {
  const lose = async ({ _id }: MediaFetch): Promise<void> => void (await mediaFetches.finish(_id, 'lost'))
  return createQueue<MediaFetch>({
    claim: mediaFetches.claim,
    async work(job) {
      const from = await channel(job.channelId)
      if (!from) return lose(job)
      const file = await adapter.fetchFile(from, { mediaId: job._id, platformId: job.platformId })
      if (!file) return lose(job)
      try {
        await media.save(job.town, file.bytes, {
          mediaId: job._id,
          owner: { kind: 'contact', contact: job.convId },
          name: job.name,
          isSticker: job.kind === 'sticker',
        })
        // Forgotten meanwhile: what has just been kept must not outlive its person.
        if (!(await mediaFetches.finish(job._id, 'done'))) await media.remove(job.town, job._id)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        await lose(job) // not a file we may keep; the message says that there was one
      }
    },
    giveUp: lose,
    maxAttempts: MAX_FETCHES,
    parallel: 4,
    now,
    onFailure,
  })
}

/** Calls services for flows and brings their answers back as inputs of the conversation. */
export const createServiceCaller = ({ serviceCalls, town, receive, now, onFailure }: JobDeps) => {
  async function answer(
    job: ServiceCall,
    ok: boolean,
    values: Awaited<ReturnType<typeof askService>>['values'],
  ): Promise<void> {
    await receive.input(job, 'service', job._id, { kind: 'effect_result', turn: job.call.turn, ok, values })
    await serviceCalls.done(job._id)
  }
  return createQueue<ServiceCall>({
    claim: serviceCalls.claim,
    async work(job) {
      const data = await town(job.town)
      const { ok, values } = await askService(job.call, data?.allowedHosts ?? [], job._id)
      await answer(job, ok, values)
    },
    giveUp: job => answer(job, false, {}),
    maxAttempts: MAX_CALLS,
    parallel: 8,
    now,
    onFailure,
  })
}
