import { comparable, phrasesOf, wordsOf } from './words.ts'

/** Normalized phrases in Catalan, Spanish, Italian and English. A longer phrase is read before a shorter one. */
const yesPhrases = phrasesOf(
  `si, sip, yes, yep, yeah, y, s, ok, okay, okey, oki, vale, va, d acord, dacord, estic d acord, hi estic d acord, conforme, de acuerdo,
  estoy de acuerdo, d accordo, sono d accordo, va bene, va be, esta be, esta bien, perfecte, perfecto, perfetto,
  certo, certament, certamente, clar, clar que si, es clar, claro, claro que si, per descomptat, i tant, por supuesto,
  desde luego, per cert, sicuro, sure, of course, certainly, agreed, agree, i agree, accept, i accept, accepto, ho accepto,
  acepto, lo acepto, accetto, vull, si que vull, quiero, si quiero, voglio, i do, please do, endavant, adelante, avanti,
  correcte, correcto, corretto, correct, right, exacte, exacto, esatto, confirmo, ho confirmo, lo confirmo, confermo,
  i confirm, hi consento, acconsento, consiento`,
)

const noPhrases = phrasesOf(
  `no, nop, nope, non, nah, n, not, no gracies, no gracias, no grazie, no thanks, no thank you, no accepto, no ho accepto,
  no acepto, no lo acepto, non accetto, i do not accept, i don t accept, no vull, no quiero, non voglio, i do not, i don t,
  no estic d acord, no hi estic d acord, no estoy de acuerdo, non sono d accordo, i disagree, i do not agree, i don t agree, no confirmo, en absolut,
  en absoluto, assolutamente no, de cap manera, de ninguna manera, ni parlar ne, ni hablar, rebutjo, ho rebutjo, rechazo, rifiuto,
  i refuse, incorrecte, incorrecto, incorrect, wrong`,
)

/** Politeness that may stand around a yes or a no. */
const neutralPhrases = phrasesOf(
  `si us plau, sisplau, per favor, por favor, per favore, please, gracies, moltes gracies, gracias, muchas gracias,
  grazie, grazie mille, thanks, thank you, hola, bon dia, buenos dias, buongiorno, hello`,
)

const meanings = [
  ...yesPhrases.map(words => ({ words, meaning: true })),
  ...noPhrases.map(words => ({ words, meaning: false })),
  ...neutralPhrases.map(words => ({ words, meaning: null })),
].sort((one, other) => other.words.length - one.words.length)

const signs = new Map([
  ...['👍', '✅', '👌', '✔', '🆗', '☑', '🙆'].map((sign): [string, boolean] => [sign, true]),
  ...['👎', '❌', '🚫', '✖', '❎', '🙅'].map((sign): [string, boolean] => [sign, false]),
])

const MAX_WORDS = 12

/** Yes or no; null when the message says both, neither, or anything more. */
export function parseYesNo(text: string): boolean | null {
  const words = wordsOf(text)
  if (words.length === 0) return signs.get(comparable(text)) ?? null
  if (words.length > MAX_WORDS) return null
  const said = new Set<boolean>()
  for (let at = 0; at < words.length; ) {
    const found = meanings.find(phrase => phrase.words.every((word, index) => words[at + index] === word))
    if (!found) return null
    if (found.meaning !== null) said.add(found.meaning)
    at += found.words.length
  }
  const [meaning] = said
  return said.size === 1 && meaning !== undefined ? meaning : null
}
