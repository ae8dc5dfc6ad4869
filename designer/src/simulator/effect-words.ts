import { type EffectFacts, type EffectNote, effectFacts, priorities } from '@pregoner/shared'
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

/** The fact of this name, or nothing. */
type Fact = (name: string) => string

/** How each effect is told to the officer. The only list of them. */
const tell: { [Kind in EffectNote['kind']]: (fact: Fact, speaking: Speaking) => string } = {
  open_incident(fact, { t, nodeWord, names }) {
    const priority = priorities.find(one => one === fact('priority')) ?? 'normal'
    const department = names.department(fact('departmentId'))
    const more = { reference: fact('reference'), priority: nodeWord(`priority.${priority}`) }
    return `${t('effect.incident', { department, summary: fact('summary') || '…' })}\n${t('effect.incident_more', more)}`
  },
  add_to_incident: (fact, { t }) => t('effect.added', { reference: fact('reference') }),
  settle_incident: (fact, { t }) =>
    t(fact('solved') === 'true' ? 'effect.solved' : 'effect.not_solved', { reference: fact('reference') }),
  find_duplicates: (fact, { t }) => t('effect.looks', { meters: fact('meters'), days: fact('days') }),
  follow_incident: (fact, { t }) => t('effect.follows', { reference: fact('reference') }),
  find_slots: (fact, { t, names }) => t('effect.appointment_slots', { service: names.service(fact('serviceId')) }),
  find_appointments: (_fact, { t }) => t('effect.appointment_own'),
  book_appointment: (fact, { t, names }) =>
    t('effect.appointment_book', {
      reference: fact('reference'),
      service: names.service(fact('serviceId')),
      at: names.moment(fact('at')),
    }),
  change_appointment: (fact, { t, names }) =>
    fact('at') === ''
      ? t('effect.appointment_cancel', { reference: fact('reference') })
      : t('effect.appointment_move', { reference: fact('reference'), at: names.moment(fact('at')) }),
  notify_staff: (fact, { t, names }) =>
    t('effect.notice', { department: names.department(fact('departmentId')), text: fact('text') }),
  confirm_form: (fact, { t }) => t('effect.form', { code: fact('code') }),
  end_subscriptions: (_fact, { t }) => t('effect.no_more_notices'),
  call_service: (fact, { t }) => t('effect.service', { url: `${fact('method')} ${fact('url')}` }),
  record_consent: (fact, { t }) =>
    t(fact('accepted') === 'true' ? 'effect.accepted' : 'effect.refused', { version: fact('version') }),
  change_subscription(fact, { t, names }) {
    const told = t(fact('subscribed') === 'true' ? 'effect.subscribed' : 'effect.unsubscribed', {
      topic: names.topic(fact('topicId')),
    })
    return fact('address') ? `${told} (${fact('address')})` : told
  },
  privacy_request: (fact, { t }) => t(fact('request') === 'erase' ? 'effect.erase' : 'effect.export'),
  not_understood: (fact, { t }) => t('effect.not_understood', { text: fact('text') }),
  rate: (fact, { t }) => t('effect.rated', { mark: fact('mark'), best: fact('best') }),
}

const isKind = (kind: string | undefined): kind is EffectNote['kind'] => kind !== undefined && Object.hasOwn(tell, kind)

/** What an effect did, in the officer's words. */
export function factsText(facts: EffectFacts, speaking: Speaking): string {
  const { kind } = facts
  return isKind(kind) ? tell[kind](name => facts[name] ?? '', speaking) : ''
}

export const effectText = (effect: EffectNote, speaking: Speaking): string => factsText(effectFacts(effect), speaking)
