// What a spreadsheet takes for a formula, with the full-width and small twins it may take for the same, behind signs that
// are not seen. OWASP, "CSV Injection"; the twins are those that Unicode's NFKC makes the same of, and the minus sign.
const FORMULA = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\t\r\n＝＋－＠﹢﹣﹦﹫−]/u

/** Whether a spreadsheet may run this text as a formula. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text)

/** Text that no spreadsheet runs: what looks like a formula gets an apostrophe in front. */
export const guarded = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text)

/** The text without that apostrophe. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text
