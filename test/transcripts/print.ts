import type { Effect, EffectKind, EffectOf, MediaFile, Place } from '@pregoner/shared'
import type { Happening, Heard, Replay } from './talker.ts'
import type { Transcript } from './transcript.ts'

const indented = (text: string) =>
  text.split('\n').map((line, index) => (index === 0 || line === '' ? line : `  ${line}`))

const placeText = ({ latitude, longitude, name, address }: Place) =>
  [latitude === null ? null : `${latitude}, ${longitude}`, name, address].filter(Boolean).join(' ')

const filesText = (files: readonly MediaFile[]) => files.map(({ kind, name }) => [kind, name].filter(Boolean).join(' '))

/** Text first, then what stands below it: buttons on the same line when there is only one line. */
function heardLines({ text, buttons, list, media, link, place, asksPlace }: Heard): string[] {
  const marks = [
    media && `(${media.kind} ${media.what})`,
    place && `(location ${placeText(place)})`,
    link && `(link ${link.label}: ${link.url})`,
    asksPlace && '(send location)',
    ...buttons.map(label => `[${label}]`),
  ].filter(mark => typeof mark === 'string')
  const isOneLine = !text.includes('\n') && !list
  const below = marks.length > 0 ? [marks.join(' ')] : []
  const rows = list?.rows.map(({ label, description }) => `- [${label}]${description ? ` ${description}` : ''}`) ?? []
  const body = isOneLine
    ? [text, ...below].filter(Boolean).join(' ')
    : [text, ...below, ...(list ? [`(list ${list.label})`] : []), ...rows].join('\n')
  return indented(`< ${body}`)
}

/** How each effect reads. A new effect does not compile until it is here. */
const effectTexts: { [Kind in EffectKind]: (effect: EffectOf<Kind>) => string } = {
  send_message: ({ message }) => message.text,
  open_incident({ departmentId, summary, reference, personId, category, mode, priority, text, media, place }) {
    const facts = [reference, personId, category, mode, priority === 'normal' ? null : priority]
    return [
      `incident for ${departmentId}: ${summary}`,
      facts.filter(Boolean).join(' · '),
      ...(text ? [`“${text}”`] : []),
      ...(place ? [`at ${placeText(place)}`] : []),
      ...(media.length > 0 ? [`with ${filesText(media).join(', ')}`] : []),
    ].join('\n')
  },
  add_to_incident: ({ reference, text, media, place }) =>
    [`added to ${reference}:`, text, ...filesText(media).map(file => `(${file})`), place && `(${placeText(place)})`]
      .filter(Boolean)
      .join(' '),
  settle_incident: ({ reference, solved, text }) =>
    [`${reference} ${solved ? 'was solved' : 'was not solved'}`, text && `“${text}”`].filter(Boolean).join(': '),
  find_duplicates: ({ category, meters, days }) => `looks for ${category} within ${meters} m and ${days} days`,
  follow_incident: ({ reference }) => `follows ${reference}`,
  find_slots: ({ serviceId, day }) => `looks for what is free: ${[serviceId, day].filter(Boolean).join(', ')}`,
  find_appointments: () => 'looks for their appointments',
  book_appointment: ({ serviceId, at, reference, name, note }) =>
    [`books ${serviceId} at ${at}: ${reference}`, name, note && `“${note}”`].filter(Boolean).join(' · '),
  change_appointment: ({ reference, at }) => (at === null ? `cancels ${reference}` : `moves ${reference} to ${at}`),
  notify_staff: ({ departmentId, text }) => `notice for ${departmentId}: ${text}`,
  call_service: ({ method, url, body }) => [`service ${method} ${url}`, ...(body ? [body] : [])].join('\n'),
  record_consent: ({ consent }) =>
    `consent ${consent.accepted ? 'accepted' : 'refused'}: ${consent.purpose}, version ${consent.version}`,
  change_subscription: ({ topicId, subscribed, address }) =>
    `${subscribed ? 'subscribed to' : 'unsubscribed from'} ${topicId}${address ? ` for ${address}` : ''}`,
  confirm_form: ({ code }) => `form ${code}`,
  end_subscriptions: () => 'no more notices to this address',
  privacy_request: ({ request }) => `privacy request: ${request}`,
  not_understood: ({ text }) => `not understood: ${text}`,
  rate: ({ mark, best }) => `rated ${mark} of ${best}`,
}

function effectText<Kind extends EffectKind>(effect: EffectOf<Kind> & { kind: Kind }): string {
  return effectTexts[effect.kind](effect)
}

function linesOf(happening: Happening): string[] {
  if (happening.kind === 'heard') return heardLines(happening.heard)
  if (happening.kind === 'label') return [`! ${happening.isOn ? 'labelled' : 'no longer labelled'} ${happening.label}`]
  if (happening.kind === 'state') return [`= ${happening.state}`]
  const effect: Effect = happening.effect
  return indented(`! ${effectText(effect)}`)
}

/** The whole transcript as a file: what was written, and what came of it. */
export function printTranscript({ head, cues }: Transcript, { happenings, state }: Replay): string {
  const lines = cues.flatMap(({ cue, lines }, index) => [
    ...(cue.kind === 'remark' && index > 0 ? [''] : []),
    ...lines,
    ...(happenings[index] ?? []).flatMap(linesOf),
  ])
  const isTold = lines.at(-1)?.startsWith('= ')
  return `${[...head, ...lines, ...(state && !isTold ? [`= ${state}`] : [])].join('\n')}\n`
}
