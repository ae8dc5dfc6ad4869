const MAX_CHARS = 400
const MAX_EMAIL_CHARS = 254 // RFC 5321, section 4.5.3.1.3, without the angle brackets
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u

/** The one e-mail address in a message, its domain in lower case; null when there is none or more than one. */
export function parseEmail(text: string): string | null {
  const candidates = text
    .slice(0, MAX_CHARS)
    .split(/[\s,;:<>()[\]"]+/)
    .filter(word => word.includes('@'))
  const [candidate] = candidates
  if (candidates.length !== 1 || candidate === undefined) return null
  const [local = '', domain = '', ...more] = candidate.replace(/[.!?]+$/, '').split('@')
  const labels = domain.toLowerCase().split('.')
  const isGood =
    more.length === 0 &&
    local.length <= 64 &&
    LOCAL_PART.test(local) &&
    labels.length > 1 &&
    labels.every(label => DOMAIN_LABEL.test(label)) &&
    /\p{L}{2}/u.test(labels.at(-1) ?? '')
  const email = `${local}@${labels.join('.')}`
  return isGood && email.length <= MAX_EMAIL_CHARS ? email : null
}

interface NumberingPlan {
  callingCode: string
  /** A whole national number, as dialled within the country. */
  national: RegExp
  /** The digit dialled in front at home and left off abroad. */
  trunk?: string
}

/** Spain: CNMC national numbering plan. Italy: Italian numbering plan, where the leading 0 is part of the number. */
const plans = {
  ES: { callingCode: '34', national: /^(?:6\d|7[1-9]|[89]\d)\d{7}$/ },
  IT: { callingCode: '39', national: /^(?:3\d{8,9}|0[1-9]\d{4,9})$/ },
  AD: { callingCode: '376', national: /^[346-9]\d{5}$/ },
  FR: { callingCode: '33', national: /^[1-9]\d{8}$/, trunk: '0' },
  PT: { callingCode: '351', national: /^[29]\d{8}$/ },
} satisfies Record<string, NumberingPlan>

/** Countries whose numbers may be written without the country's code. */
export type PhoneCountry = keyof typeof plans

const PHONE = /\+?[\d(][\d\s().\-/]{4,40}\d/g
const SEPARATOR = /[\s().\-/]/g

/** The one phone number in a message, as E.164 (`+34600123123`); null when there is none, several, or it cannot be one. */
export function parsePhone(text: string, defaultCountry: PhoneCountry): string | null {
  const plain = text.slice(0, MAX_CHARS).normalize('NFKC').replace(/[‐-―]/g, '-')
  const candidates = plain.match(PHONE) ?? []
  const [candidate] = candidates
  if (candidates.length !== 1 || candidate === undefined) return null
  const digits = candidate.replace(SEPARATOR, '')
  if (digits.startsWith('+')) return international(digits.slice(1))
  if (digits.startsWith('00')) return international(digits.slice(2))
  const plan: NumberingPlan = plans[defaultCountry]
  const national = plan.trunk && digits.startsWith(plan.trunk) ? digits.slice(plan.trunk.length) : digits
  if (plan.national.test(national)) return `+${plan.callingCode}${national}`
  return digits.startsWith(plan.callingCode) ? international(digits, plan) : null
}

/** Seven to fifteen digits (ITU-T E.164), and plausible when the country's plan is known. */
function international(digits: string, required?: NumberingPlan): string | null {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return null
  const known: readonly NumberingPlan[] = Object.values(plans)
  const plan = required ?? known.find(({ callingCode }) => digits.startsWith(callingCode))
  if (!plan) return `+${digits}`
  return plan.national.test(digits.slice(plan.callingCode.length)) ? `+${digits}` : null
}
