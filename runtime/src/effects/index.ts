import type { TownData } from '@pregoner/shared'
import type { Receive } from '../pipeline/receive.ts'
import type { SendStore } from '../stores/send-store.ts'
import type { ServiceCallStore } from '../stores/service-call-store.ts'
import type { SubscriptionStore } from '../stores/subscription-store.ts'
import {
  type AppointmentDeps,
  bookAppointment,
  changeAppointment,
  findAppointments,
  findSlots,
} from './appointments.ts'
import { callService } from './call-service.ts'
import { changeSubscription, endSubscriptions } from './change-subscription.ts'
import { confirmForm, type FormDeps } from './confirm-form.ts'
import { type DuplicateDeps, findDuplicates, followIncident } from './duplicates.ts'
import { type Due, dueOf, type Run, type RunKind } from './effect.ts'
import { addToIncident, type IncidentDeps, openIncident, settleIncident } from './incidents.ts'
import { type NoticeDeps, notifyStaff } from './notify-staff.ts'
import { type PrivacyDeps, privacyRequest } from './privacy-request.ts'
import { recordConsent } from './record-consent.ts'
import { sendMessage } from './send-message.ts'

export interface EffectDeps extends IncidentDeps, DuplicateDeps, NoticeDeps, PrivacyDeps, FormDeps, AppointmentDeps {
  sends: SendStore
  subscriptions: SubscriptionStore
  serviceCalls: ServiceCallStore
  town: (townKey: string) => Promise<TownData | null>
  receive: Receive
  now: () => Date
}

type Runners = { [Kind in RunKind]: (deps: EffectDeps) => Run<Kind> }

/** How each effect is carried out, in this order. A new effect does not compile until it is here. */
const effectRunners: Runners = {
  open_incident: openIncident,
  add_to_incident: addToIncident,
  settle_incident: settleIncident,
  find_duplicates: findDuplicates,
  follow_incident: followIncident,
  find_slots: findSlots,
  find_appointments: findAppointments,
  book_appointment: bookAppointment,
  change_appointment: changeAppointment,
  send_message: sendMessage,
  notify_staff: notifyStaff,
  call_service: callService,
  record_consent: recordConsent,
  confirm_form: confirmForm,
  change_subscription: changeSubscription,
  end_subscriptions: endSubscriptions,
  privacy_request: privacyRequest,
}

const runKinds = Object.keys(effectRunners) as RunKind[]

/** Carries out everything a batch of steps has asked for. Throws when anything failed; doing it again is harmless. */
export async function runEffects(due: readonly Due[], deps: EffectDeps): Promise<void> {
  const run = async <Kind extends RunKind>(kind: Kind, runner: Runners[Kind]) => {
    const own = dueOf(due, kind)
    if (own.length > 0) await runner(deps)(own)
  }
  for (const kind of runKinds) await run(kind, effectRunners[kind])
}
