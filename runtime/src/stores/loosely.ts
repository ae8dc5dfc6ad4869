const variants: Record<string, string> = {
  ...{ a: 'aàáâäãå', c: 'cç', e: 'eèéêë', i: 'iìíîï', n: 'nñ', o: 'oòóôöõ', u: 'uùúûü', l: 'l', y: 'yýÿ' },
}
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g

/** A pattern that finds a folded word whatever accents and capitals it was written with; it never backtracks. */
export const loosely = (word: string): RegExp =>
  new RegExp(
    [...word].map(sign => (variants[sign] ? `[${variants[sign]}]` : sign.replace(SPECIAL, '\\$&'))).join(''),
    'i',
  )
