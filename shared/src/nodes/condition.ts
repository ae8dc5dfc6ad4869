import { z } from 'zod'
import type { AnswerValue } from '../answer.ts'
import { localizedText } from '../language.ts'
import { id } from '../names.ts'
import { defineNode, type NodeFault, type Scene } from '../node.ts'
import { normalize } from '../understand.ts'
import { neverHolding } from './condition/never-holds.ts'

export const operators = [
  'is',
  'is_not',
  'contains',
  'begins_with',
  'at_least',
  'at_most',
  'is_set',
  'is_not_set',
  'has_label',
  'has_not_label',
  'subscribed_to',
  'not_subscribed_to',
] as const
export type Operator = (typeof operators)[number]

export const rule = z.strictObject({
  /** Name of the value looked at; not used by the operators about labels and topics. */
  value: z.string().max(60),
  operator: z.enum(operators),
  operand: z.string().max(500),
})
export type Rule = z.infer<typeof rule>

export const branch = z.strictObject({
  id,
  label: localizedText(),
  match: z.enum(['all', 'any']),
  rules: z.array(rule).max(20),
})

const isBlank = (value: AnswerValue | undefined) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function textOf(value: AnswerValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return normalize(String(value))
  if (!Array.isArray(value)) return normalize([value.name, value.address].filter(Boolean).join(' '))
  return normalize(value.map(item => (typeof item === 'string' ? item : (item.name ?? ''))).join(' '))
}

/** Numbers as numbers, ISO dates and other texts in alphabetical order, which is right for both. */
function compare(value: AnswerValue | undefined, operand: string): number | null {
  if (isBlank(value)) return null
  const number = Number(operand)
  if (typeof value === 'number') return Number.isNaN(number) ? null : Math.sign(value - number)
  const [left, right] = [textOf(value), normalize(operand)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** What each operator asks of a value. The only list of them. */
const tests: { [Name in Operator]: (value: AnswerValue | undefined, operand: string, scene: Scene) => boolean } = {
  is: (value, operand) => (isBlank(value) ? operand === '' : textOf(value) === normalize(operand)),
  is_not: (value, operand) => (isBlank(value) ? operand !== '' : textOf(value) !== normalize(operand)),
  contains: (value, operand) => operand !== '' && textOf(value).includes(normalize(operand)),
  begins_with: (value, operand) => operand !== '' && textOf(value).startsWith(normalize(operand)),
  at_least: (value, operand) => (compare(value, operand) ?? -1) >= 0,
  at_most: (value, operand) => (compare(value, operand) ?? 1) <= 0,
  is_set: value => !isBlank(value),
  is_not_set: value => isBlank(value),
  has_label: (_value, operand, { contact }) => contact.labels.includes(operand),
  has_not_label: (_value, operand, { contact }) => !contact.labels.includes(operand),
  subscribed_to: (_value, operand, { contact }) => contact.subscriptions.includes(operand),
  not_subscribed_to: (_value, operand, { contact }) => !contact.subscriptions.includes(operand),
}

const aboutLabels = new Set<Operator>(['has_label', 'has_not_label'])
const aboutContact = new Set<Operator>(['has_label', 'has_not_label', 'subscribed_to', 'not_subscribed_to'])
/** Whether an operator looks at a named value at all. */
export const readsValue = (operator: Operator): boolean => !aboutContact.has(operator)

const holds = ({ value, operator, operand }: Rule, scene: Scene) => tests[operator](scene.value(value), operand, scene)

const setOperators = new Set<Operator>(['is', 'contains', 'begins_with', 'at_least', 'at_most'])
const holdsOnlyWhenSet = ({ operator, operand }: Rule) =>
  operator === 'is_set' || (setOperators.has(operator) && operand !== '')

/** The operand, and for a limit the numbers beside it. */
function worthTrying(operator: Operator, operand: string): string[] {
  const number = Number(operand)
  const isLimit = operator === 'at_least' || operator === 'at_most'
  if (operand === '') return []
  return isLimit && !Number.isNaN(number) ? [operand, String(number - 1), String(number + 1)] : [operand]
}

/** Takes the exit of the first branch whose rules hold. */
export const condition = defineNode({
  type: 'condition',
  family: 'decides',
  config: z.strictObject({ branches: z.array(branch).max(20) }),
  blank: { branches: [] },
  exits: ({ branches }) => [...branches.map(({ id, label }) => ({ id, label })), { id: 'otherwise' }],

  enter({ branches }, scene) {
    const first = branches.find(({ match, rules }) =>
      match === 'all'
        ? rules.length > 0 && rules.every(one => holds(one, scene))
        : rules.some(one => holds(one, scene)),
    )
    return { exit: first?.id ?? 'otherwise' }
  },

  reads: ({ branches }) =>
    branches.flatMap(({ rules }, index) =>
      rules
        .filter(({ operator }) => readsValue(operator))
        .map(({ value, operator }) => ({
          name: value,
          field: `branches.${index}.rules`,
          mayBeUnset: operator === 'is_set' || operator === 'is_not_set',
        })),
    ),
  proves: ({ branches }) =>
    branches
      .filter(({ match, rules }) => match === 'all' || rules.length === 1)
      .map(({ id, rules }) => ({ exit: id, names: rules.filter(holdsOnlyWhenSet).map(({ value }) => value) })),
  weighs: ({ branches }) =>
    branches.flatMap(({ rules }) =>
      rules.map(({ value, operator, operand }) =>
        readsValue(operator)
          ? { name: value, values: worthTrying(operator, operand) }
          : { name: aboutLabels.has(operator) ? 'contact.labels' : 'contact.subscriptions', values: [] },
      ),
    ),
  refers: ({ branches }) =>
    branches.flatMap(({ rules }, index) =>
      rules.flatMap(({ operator, operand }, place) =>
        operator === 'subscribed_to' || operator === 'not_subscribed_to'
          ? [
              {
                kind: 'topic' as const,
                id: operand,
                field: `branches.${index}.rules`,
                at: `branches.${index}.rules.${place}.operand`,
              },
            ]
          : [],
      ),
    ),

  neverTaken: ({ branches }) =>
    neverHolding(branches).map(at => ({ exit: branches[at]?.id ?? '', field: `branches.${at}.rules` })),

  faults({ branches }): NodeFault[] {
    const ids = branches.map(({ id }) => id)
    const repeated = ids.find((id, index) => ids.indexOf(id) !== index || id === 'otherwise')
    const empty = branches.findIndex(({ rules }) => rules.length === 0)
    const valueless = branches.findIndex(({ rules }) => rules.some(one => readsValue(one.operator) && one.value === ''))
    return [
      ...(repeated
        ? [
            {
              code: 'option_repeated' as const,
              severity: 'error' as const,
              field: 'branches',
              values: { option: repeated },
            },
          ]
        : []),
      ...(empty >= 0
        ? [{ code: 'branch_empty' as const, severity: 'error' as const, field: `branches.${empty}.rules` }]
        : []),
      ...(valueless >= 0
        ? [{ code: 'rule_without_value' as const, severity: 'error' as const, field: `branches.${valueless}.rules` }]
        : []),
    ]
  },
})
