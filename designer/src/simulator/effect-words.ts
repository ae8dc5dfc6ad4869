import type { EffectNote, EffectOf } from '@pregoner/shared'
import type { Translate } from '../i18n/index.ts'
import type { nodeWords } from '../nodes/words.ts'
import type { Names } from './names.ts'
import type { simulatorWords } from './words.ts'

type KeyOf<Of> = Of extends { catalogues: { ca: infer Catalan } } ? Extract<keyof Catalan, string> : never

export interface Speaking {
  t: Translate<KeyOf<typeof simulatorWords>>
  nodeWord: Translate<KeyOf<typeof nodeWords>>
  names: Names
}

/** How each effect is told to the officer. The only list of them. */
const tell: { [Kind in EffectNote['kind']]: (effect: EffectOf<Kind>, speaking: Speaking) => string } = {
  open_incident: ({ departmentId, summary, reference, priority }, { t, nodeWord, names }) =>
    `${t('effect.incident', { department: names.department(departmentId), summary: summary || '…' })}\n${t('effect.incident_more', { reference, priority: nodeWord(`priority.${priority}`) })}`,
  add_to_incident: ({ reference }, { t }) => t('effect.added', { reference }),
  notify_staff: ({ departmentId, text }, { t, names }) =>
    t('effect.notice', { department: names.department(departmentId), text }),
  end_subscriptions: (_effect, { t }) => t('effect.no_more_notices'),
  call_service: ({ method, url }, { t }) => t('effect.service', { url: `${method} ${url}` }),
  record_consent: ({ consent }, { t }) =>
    t(consent.accepted ? 'effect.accepted' : 'effect.refused', { version: consent.version }),
  change_subscription: ({ topicId, subscribed, address }, { t, names }) => {
    const told = t(subscribed ? 'effect.subscribed' : 'effect.unsubscribed', { topic: names.topic(topicId) })
    return address ? `${told} (${address})` : told
  },
  privacy_request: ({ request }, { t }) => t(`effect.${request}`),
  not_understood: ({ text }, { t }) => t('effect.not_understood', { text }),
  rate: ({ mark, best }, { t }) => t('effect.rated', { mark, best }),
}

/** What an effect did, in the officer's words. */
export function effectText(effect: EffectNote, speaking: Speaking): string {
  // The one lookup of the registry: `tell[kind]` takes exactly the effects of that kind.
  const say = tell[effect.kind] as (effect: EffectNote, speaking: Speaking) => string
  return say(effect, speaking)
}
