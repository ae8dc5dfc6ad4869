import type { Ids } from '../ids.ts'

interface Known {
  http: number
  title: string
}

// Codes, HTTP statuses and meanings: WhatsApp Cloud API error table
const KNOWN: Record<number, Known> = {
  0: { http: 401, title: 'AuthException' },
  1: { http: 400, title: 'API Unknown' },
  2: { http: 503, title: 'API Service' },
  3: { http: 500, title: 'API Method' },
  4: { http: 400, title: 'API Too Many Calls' },
  10: { http: 403, title: 'Permission Denied' },
  33: { http: 400, title: 'Parameter value is not valid' },
  100: { http: 400, title: 'Invalid parameter' },
  190: { http: 401, title: 'Access token has expired' },
  200: { http: 403, title: 'API Permission' },
  368: { http: 403, title: 'Temporarily blocked for policies violations' },
  80007: { http: 400, title: 'Rate limit issues' },
  130429: { http: 400, title: 'Rate limit hit' },
  130472: { http: 400, title: "User's number is part of an experiment" },
  130497: { http: 403, title: 'Business account is restricted from messaging users in this country' },
  131000: { http: 500, title: 'Something went wrong' },
  131005: { http: 403, title: 'Access denied' },
  131008: { http: 400, title: 'Required parameter is missing' },
  131009: { http: 400, title: 'Parameter value is not valid' },
  131016: { http: 500, title: 'Service unavailable' },
  131021: { http: 400, title: 'Recipient cannot be sender' },
  131026: { http: 400, title: 'Message undeliverable' },
  131030: { http: 400, title: 'Recipient phone number not in allowed list' },
  131031: { http: 403, title: 'Account has been locked' },
  131037: { http: 400, title: 'Display name approval required' },
  131042: { http: 400, title: 'Business eligibility payment issue' },
  131045: { http: 500, title: 'Incorrect certificate' },
  131047: { http: 400, title: 'Re-engagement message' },
  131048: { http: 400, title: 'Spam rate limit hit' },
  131049: { http: 400, title: 'Message not delivered to maintain healthy ecosystem engagement' },
  131050: { http: 400, title: 'User has stopped receiving marketing messages' },
  131051: { http: 400, title: 'Unsupported message type' },
  131052: { http: 400, title: 'Media download error' },
  131053: { http: 400, title: 'Media upload error' },
  131055: { http: 400, title: 'Method not allowed' },
  131056: { http: 400, title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { http: 500, title: 'Account in maintenance mode' },
  131062: { http: 400, title: 'Business-scoped user id recipients are not supported for this message' },
  131063: { http: 400, title: 'Message category not allowed on this endpoint' },
  131064: { http: 400, title: 'Template misclassification limit hit' },
  132000: { http: 400, title: 'Template param count mismatch' },
  132001: { http: 404, title: 'Template does not exist' },
  132005: { http: 400, title: 'Template hydrated text too long' },
  132007: { http: 400, title: 'Template format character policy violated' },
  132012: { http: 400, title: 'Template parameter format mismatch' },
  132015: { http: 400, title: 'Template is paused' },
  132016: { http: 400, title: 'Template is disabled' },
  132018: { http: 400, title: 'Template parameters validation failed' },
  132068: { http: 400, title: 'Flow is in blocked state' },
  132069: { http: 400, title: 'Flow is in throttled state' },
  133004: { http: 503, title: 'Server temporarily unavailable' },
  133005: { http: 400, title: 'Two step verification PIN mismatch' },
  133006: { http: 400, title: 'Phone number re-verification needed' },
  133008: { http: 400, title: 'Too many two step verification PIN guesses' },
  133009: { http: 400, title: 'Two step verification PIN guessed too fast' },
  133010: { http: 400, title: 'Phone number not registered' },
  133015: { http: 400, title: 'Please wait a few minutes before attempting to register this phone number' },
  133016: { http: 400, title: 'Account register deregister rate limit exceeded' },
  134100: { http: 400, title: 'Only marketing messages supported' },
  135000: { http: 400, title: 'Generic user error' },
  2494100: { http: 503, title: 'Phone number in maintenance' },
}

/** Every code the double can answer with. */
export const knownCodes = Object.keys(KNOWN).map(Number)

const unknown: Known = { http: 400, title: 'Something went wrong' }
export const titleOf = (code: number) => (KNOWN[code] ?? unknown).title

/** A refusal by Graph: what it answers instead of doing what was asked. */
export class GraphFailure extends Error {
  readonly code: number
  readonly details: string
  constructor(code: number, details: string) {
    super(`(#${code}) ${titleOf(code)}`)
    this.code = code
    this.details = details
  }
}

/** The answer that tells of a failure, with its HTTP status. */
export function errorAnswer({ code, message, details }: GraphFailure, ids: Ids) {
  const error = {
    message,
    type: 'OAuthException',
    code,
    error_data: { messaging_product: 'whatsapp', details },
    fbtrace_id: ids.trace(),
  }
  return { status: (KNOWN[code] ?? unknown).http, body: { error } }
}

/** The same failure inside a `failed` status. */
export const statusError = (code: number, details: string) => ({
  code,
  title: titleOf(code),
  message: titleOf(code),
  error_data: { details },
  href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
})
