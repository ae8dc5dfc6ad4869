import { normalize } from '../../understand.ts'
import type { Rule } from '../condition.ts'

interface Branch {
  match: 'all' | 'any'
  rules: readonly Rule[]
}

const opposites = new Map([
  ['is', 'is_not'],
  ['is_set', 'is_not_set'],
  ['has_label', 'has_not_label'],
  ['subscribed_to', 'not_subscribed_to'],
])
const aboutText = new Set(['is', 'contains', 'begins_with', 'at_least', 'at_most'])
const aboutPresence = new Set(['is_set', 'is_not_set'])

const isSaying = ({ operator, operand }: Rule) => aboutText.has(operator) && normalize(operand) !== ''

const sameSubject = (one: Rule, other: Rule) =>
  /label|subscribed/.test(one.operator) ? one.operand === other.operand : one.value === other.value

const isSame = (one: Rule, other: Rule) =>
  one.operator === other.operator &&
  sameSubject(one, other) &&
  (aboutPresence.has(one.operator) || one.operand === other.operand)

/** Whether `other` holds whenever `one` does, as far as that can be seen in the rules alone. */
function implies(one: Rule, other: Rule): boolean {
  if (isSame(one, other)) return true
  if (!sameSubject(one, other) || !isSaying(one)) return false
  if (other.operator === 'is_set') return true
  const [said, wanted] = [normalize(one.operand), normalize(other.operand)]
  if (wanted === '') return false
  const isWhole = one.operator === 'is'
  if (other.operator === 'is') return isWhole && said === wanted
  if (other.operator === 'is_not') return isWhole && said !== wanted
  const isBeginning = isWhole || one.operator === 'begins_with'
  if (other.operator === 'begins_with') return isBeginning && said.startsWith(wanted)
  return other.operator === 'contains' && (isBeginning || one.operator === 'contains') && said.includes(wanted)
}

/** Whether the two can never hold together. */
function contradicts(one: Rule, other: Rule): boolean {
  if (!sameSubject(one, other)) return false
  if (opposites.get(one.operator) === other.operator) {
    return one.operator !== 'is' || (isSaying(one) && normalize(one.operand) === normalize(other.operand))
  }
  if (other.operator === 'is_not_set') return isSaying(one)
  const areBoth = one.operator === 'is' && other.operator === 'is' && isSaying(one) && isSaying(other)
  return areBoth && normalize(one.operand) !== normalize(other.operand)
}

/** Whether whoever could take `later` has gone by `earlier` already. */
function isTakenBy(later: Branch, earlier: Branch): boolean {
  const covers = (rules: readonly Rule[]) =>
    earlier.match === 'any'
      ? earlier.rules.some(wide => rules.some(rule => implies(rule, wide)))
      : earlier.rules.every(wide => rules.some(rule => implies(rule, wide)))
  return later.match === 'all' ? covers(later.rules) : later.rules.every(rule => covers([rule]))
}

const isImpossible = ({ match, rules }: Branch) =>
  match === 'all' && rules.some(one => rules.some(other => contradicts(one, other)))

/** Places of the branches that nobody can take: their rules contradict each other, or an earlier branch takes all. */
export const neverHolding = (branches: readonly Branch[]): number[] =>
  [...branches.keys()].filter(at => {
    const branch = branches[at]
    if (!branch || branch.rules.length === 0) return false
    const before = branches.slice(0, at).filter(({ rules }) => rules.length > 0)
    return isImpossible(branch) || before.some(earlier => isTakenBy(branch, earlier))
  })
