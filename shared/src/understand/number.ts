import type { Language } from '../language.ts'
import { cardinalOf } from './number-words.ts'
import { normalize, withoutFillers, wordsOf } from './words.ts'

const MAX_CHARS = 60
const MAX_DIGITS = 15 // more would not survive in a JavaScript number
const NUMBER = /^([+-]?)(\d[\d.,' ]*)\s*(?:€|\$|£|%|([\p{L}\p{M}]{3,})\.?)?$/u

/** Words after a number that change it, so that "2 mil" is not 2. Normalized. */
const multipliers = new Set(
  `mil mila mille miles thousand milio milions millo millon millones milione milioni million millions mig mitja medio media
  mezzo mezza half dotzena dotzenes docena docenas dozzina dozzine dozen cent cents cientos cento hundred and`.split(
    /\s+/,
  ),
)

const pointLanguages: readonly Language[] = ['en', 'zh']

/**
 * The number a message consists of: `1.234,50`, `12,5`, `12 €`, `4 persones`, `dotze`. A lone `1.234` is read as
 * the language writes it. Null for anything else, and for two numbers.
 */
export function parseNumber(text: string, language: Language): number | null {
  if (text.length > MAX_CHARS) return null
  const plain = text
    .normalize('NFKC')
    .replaceAll('٫', ',')
    .replace(/[٬’]/g, "'")
    .replaceAll('−', '-')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) & 15))
    .trim()
  const [, sign, digits = '', unit = ''] = NUMBER.exec(plain) ?? []
  if (digits === '') return wordNumber(text)
  if (multipliers.has(normalize(unit))) return null
  const value = readDigits(digits.trim(), pointLanguages.includes(language) ? '.' : ',')
  if (value === null) return null
  return sign === '-' && value !== 0 ? -value : value
}

function wordNumber(text: string): number | null {
  const [word, ...more] = withoutFillers(wordsOf(text))
  return word !== undefined && more.length === 0 ? (cardinalOf(word) ?? null) : null
}

function readDigits(digits: string, decimalMark: string): number | null {
  if (digits.replace(/\D/g, '').length > MAX_DIGITS) return null
  const marks = [...new Set(digits.match(/[.,]/g))]
  if (marks.length === 2) {
    const decimal = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
    return assemble(digits, decimal)
  }
  const [mark] = marks
  if (mark === undefined) return assemble(digits, decimalMark)
  const isGrouping = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits)
  const isRepeated = digits.indexOf(mark) !== digits.lastIndexOf(mark)
  const other = mark === '.' ? ',' : '.'
  if (isRepeated || (isGrouping && mark !== decimalMark)) return assemble(digits, other)
  return assemble(digits, mark)
}

function assemble(digits: string, decimal: string): number | null {
  const [whole = '', fraction, ...more] = digits.split(decimal)
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null
  const isPlain = /^\d+$/.test(whole)
  if (!isPlain && !/^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/.test(whole)) return null
  return Number(`${whole.replace(/\D/g, '')}.${fraction ?? '0'}`)
}
