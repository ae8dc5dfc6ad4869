import type { SendState } from '../../runtime/src/stores/send-store.ts'

export interface Kept {
  text?: string | null
  files?: number
  place?: boolean
}

/** What a sample's first delivery does. */
export type Expected =
  /** Stored as words of a person, in this order, and answered. `status`: and reports on a message of ours. */
  | { kind: 'says'; words: Kept[]; status?: SendState }
  /** Opens the service window, is answered by nobody. */
  | { kind: 'isSilent' }
  | { kind: 'reports'; status: SendState; error?: string }
  /** The person is known by this id from now on. */
  | { kind: 'leadsTo'; userId: string }
  | { kind: 'subscribes'; topicIds: string[] }
  /** Kept for an officer, as it came. */
  | { kind: 'isKept' }
  /** Of no use to us: answered, nothing stored. */
  | { kind: 'isNothing' }

const says = (...words: Kept[]): Expected => ({ kind: 'says', words })
const saysText = (...texts: string[]) => says(...texts.map(text => ({ text })))
const reports = (status: SendState, error = ''): Expected => ({ kind: 'reports', status, error })
const silent: Expected = { kind: 'isSilent' }
const nothing: Expected = { kind: 'isNothing' }

/** By name of the sample. */
export const expectations: Record<string, Expected> = {
  'account-alerts': nothing,
  'account-review': nothing,
  'account-update': nothing,
  'account-verified': nothing,
  'audio-file': says({ files: 1 }),
  'audio-voice': says({ files: 1 }),
  'batch-mixed': { kind: 'says', words: [{ text: 'i una cosa més' }, { text: 'gràcies' }], status: 'read' },
  'batch-of-entries': saysText('entrada u', 'entrada dos'),
  'batch-of-messages': saysText('primer', 'segon', 'Hola, sóc en Pau'),
  'batch-of-statuses': reports('read'),
  'business-capability': nothing,
  'business-username': nothing,
  'button-reply': says({ text: 'Sí, continua' }),
  'button-without-context': says({ text: 'No vull més avisos' }),
  button: says({ text: 'Confirmo' }),
  'contacts-request-answer': says({ text: '+34600111222' }),
  contacts: says({ text: '+34 600 22 33 44' }),
  document: says({ text: 'Aquí teniu la instància', files: 1 }),
  'edit-caption': silent,
  edit: silent,
  'field-of-the-future': nothing,
  'image-without-caption': says({ text: null, files: 1 }),
  image: says({ text: 'Fanal trencat al carrer Major', files: 1 }),
  'interactive-call-permission': silent,
  'interactive-empty': silent,
  'list-reply-without-description': says({ text: 'Otro' }),
  'list-reply': says({ text: 'Padrón' }),
  'location-current': says({ text: null, place: true }),
  'location-pin': says({ text: null, place: true }),
  'message-echo': nothing,
  'nfm-reply-broken': saysText('Sent'),
  'nfm-reply-null': saysText('Sent'),
  'nfm-reply': saysText('Sent'),
  'number-name': nothing,
  'number-quality': nothing,
  order: saysText('Per recollir divendres'),
  'reaction-removed-empty': silent,
  'reaction-removed': silent,
  reaction: silent,
  'request-welcome': silent,
  revoke: silent,
  security: nothing,
  'status-deleted': reports('sending'),
  'status-delivered': reports('delivered'),
  'status-failed-by-user-id': reports('failed', '131026'),
  'status-failed': reports('failed', '131047'),
  'status-free-service': reports('delivered'),
  'status-of-the-future': reports('sending'),
  'status-played': reports('read'),
  'status-read': reports('read'),
  'status-sent': reports('accepted'),
  'status-unknown-message': reports('sending'),
  'status-warning': reports('sending'),
  'status-with-conversation': reports('accepted'),
  'status-without-phone': reports('delivered'),
  sticker: says({ text: null, files: 1 }),
  'system-changed-number': { kind: 'leadsTo', userId: 'ES.7719003355120048' },
  'system-changed-user-id': { kind: 'leadsTo', userId: 'ES.3310985562200417' },
  'system-identity-changed': silent,
  'template-approved': nothing,
  'template-category': nothing,
  'template-paused': nothing,
  'template-quality': nothing,
  'template-rejected': nothing,
  'text-escapes': says({}),
  'text-forwarded': saysText('Avís: dissabte hi ha mercat a la plaça'),
  'text-frequently-forwarded': says({}),
  'text-group': { kind: 'isKept' },
  'text-numeric-timestamp': saysText('Hora en número'),
  'text-parent-user-id': saysText("Hola des d'un portafoli gran"),
  'text-referral': says({}),
  'text-referred-product': saysText('Encara en queden?'),
  'text-reply': saysText('Sí, aquesta'),
  'text-slash-command': saysText('/cita mañana'),
  'text-without-contacts': saysText('Hola?'),
  'text-without-name': says({}),
  'text-without-phone': says({}),
  text: saysText("Bon dia! Voldria saber l'horari de l'Oficina d'Atenció ciutadana 🙂"),
  'type-of-the-future': silent,
  unknown: silent,
  'unsupported-poll': silent,
  unsupported: silent,
  'user-preferences-resume': { kind: 'subscribes', topicIds: ['news'] },
  'user-preferences-stop': { kind: 'subscribes', topicIds: [] },
  'value-errors': nothing,
  video: says({ text: 'Surt aigua de la vorera', files: 1 }),
}
