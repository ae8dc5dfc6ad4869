import { fillers, phrasesOf, stripping } from './words.ts'

/** Number words in Catalan, Valencian, Spanish, Italian and English, normalized; the index is the number. */
const cardinals = [
  'zero cero',
  'un una u uno one',
  'dos dues due two',
  'tres tre three',
  'quatre cuatro quattro four',
  'cinc cinco cinque five',
  'sis seis sei six',
  'set siete sette seven',
  'vuit huit ocho otto eight',
  'nou nueve nove nine',
  'deu diez dieci ten',
  'onze once undici eleven',
  'dotze doce dodici twelve',
  'tretze trece tredici thirteen',
  'catorze catorce quattordici fourteen',
  'quinze quince quindici fifteen',
  'setze dieciseis sedici sixteen',
  'disset desset diecisiete diciassette seventeen',
  'divuit dihuit dieciocho diciotto eighteen',
  'dinou denou diecinueve diciannove nineteen',
  'vint veinte venti twenty',
]

const ordinals = [
  '',
  'primer primera primero primo prima first',
  'segon segona segundo segunda secondo seconda second',
  'tercer tercera tercero terzo terza third',
  'quart quarta cuarto cuarta quarto fourth',
  'cinquena quint quinta quinto fifth',
  'sise sisena sexto sexta sesto sesta sixth',
  'sete setena septimo septima settimo settima seventh',
  'vuite vuitena huite huitena octavo octava ottavo ottava eighth',
  'novena noveno nono nona ninth',
  'dese desena decimo decima tenth',
]

const byWord = (lists: readonly string[]): [string, number][] =>
  lists.flatMap((words, number) => words.split(' ').map((word): [string, number] => [word, number]))

const cardinalByWord = new Map(byWord(cardinals))
const numberByWord = new Map([...byWord(cardinals), ...byWord(ordinals)].filter(([word]) => word !== ''))

/** `2`, `2a`, `2n`, `1er`, `4th`: digits with an ordinal ending. */
const DIGITS = /^0*(\d{1,3})(?:a|o|e|r|n|t|er|ra|on|na|st|nd|rd|th)?$/

const withoutMarks = stripping([...fillers, ...phrasesOf('opcio, opcion, opzione, option, numero, num, n, number')])

/** The number a single normalized number word stands for, `dotze` or `twelve`, 0 to 20. */
export const cardinalOf = (word: string): number | undefined => cardinalByWord.get(word)

/** The number meant by "2", "la 2", "opció número 2", "el segon" or "due"; null when something else is said too. */
export function menuNumber(words: readonly string[]): number | null {
  if (words.length > 12) return null
  const rest = withoutMarks(words)
  const [word] = rest
  if (rest.length !== 1 || word === undefined) return null
  const digits = DIGITS.exec(word)
  return digits ? Number(digits[1]) : (numberByWord.get(word) ?? null)
}

/** Whether a word says a number only, so that it cannot name a choice by being part of its label. */
export const isNumberWord = (word: string): boolean => numberByWord.has(word) || /^\d/.test(word)
