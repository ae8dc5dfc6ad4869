import { isNegation, wordsOf } from '../understand/words.ts'
import { reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Documents, bank and card numbers as officers write them, normalized; several words must follow one another. */
const forbidden =
  `dni, nie, nif, iban, cvv, cvc, ccc, pin, swift, passaport, pasaporte, passaporto, passport, codice fiscale,
  carta d identita, carnet d identitat, carnet de identidad, document d identitat, document nacional d identitat,
  documento de identidad, documento nacional de identidad, documento d identita, documento di identita,
  documento di riconoscimento, identity card, identity document, id card, id number, national id, national insurance,
  permis de conduir, carnet de conduir, permiso de conducir, carnet de conducir, patente di guida, numero di patente,
  numero della patente, driving licence, driving license, targeta de credit, targeta de debit, targeta bancaria,
  numero de targeta, numero de la targeta, numero de la teva targeta, numero de la vostra targeta, codi de seguretat,
  tarjeta de credito, tarjeta de debito, tarjeta bancaria, numero de tarjeta, numero de la tarjeta, numero de tu tarjeta,
  numero de su tarjeta, codigo de seguridad, carta di credito, carta di debito, bancomat, numero della carta,
  numero della tua carta, numero di carta, codice di sicurezza, credit card, debit card, card number, security code,
  compte bancari, compte corrent, numero de compte, numero del compte, dades bancaries, cuenta bancaria,
  cuenta corriente, numero de cuenta, numero de tu cuenta, numero de su cuenta, datos bancarios, conto corrente,
  conto bancario, numero di conto, numero del conto, coordinate bancarie, dati bancari, bank account, account number,
  bank details, sort code, targeta sanitaria, tarjeta sanitaria, tessera sanitaria, health card, seguretat social,
  seguridad social, numero di previdenza, social security, contrasenya, contrasena, clau d acces, clave de acceso,
  codi secret, numero secreto, password`
    .split(',')
    .map(phrase => phrase.trim().replace(/\s+/g, ' '))

/** What a text asks for that should not be sent by chat; a sentence that says "do not send it" asks for nothing. */
function askedFor(text: string): string | null {
  for (const sentence of text.split(/[.!?\n;]+/)) {
    const words = wordsOf(sentence)
    const said = ` ${words.join(' ')} `
    const found = forbidden.find(phrase => said.includes(` ${phrase} `))
    if (found && !words.some(isNegation)) return found
  }
  return null
}

/** Questions that ask for identity documents, bank or card numbers. */
export const forbiddenData: Rule = ({ flow, drawing }) =>
  reachedSteps(drawing).flatMap(({ id: node, definition, texts }): Finding[] => {
    if (!definition.asksPersonalData) return []
    for (const { field, text } of texts) {
      for (const language of flow.languages) {
        const word = askedFor(text[language] ?? '')
        if (word) return [{ code: 'forbidden_data', severity: 'warning', node, field, values: { word, language } }]
      }
    }
    return []
  })
