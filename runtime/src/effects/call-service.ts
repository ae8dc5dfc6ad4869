import type { Run } from './effect.ts'
import type { EffectDeps } from './index.ts'

/** Notes down a call of a service; the caller makes it and brings the answer back as an input. */
export const callService =
  ({ serviceCalls, now }: EffectDeps): Run<'call_service'> =>
  due =>
    serviceCalls.insert(
      due.map(({ id, effect, conversation }) => ({
        _id: id,
        town: conversation.town,
        convId: conversation._id,
        channelId: conversation.channelId,
        call: effect,
        st: 'queued',
        attempts: 0,
        nextAt: now(),
      })),
    )
