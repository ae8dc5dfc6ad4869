import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Language } from '../language.ts'
import { parseDate, parseEmail, parseNumber, parsePhone, parseYesNo } from '../understand.ts'

it.each<[string, boolean | null]>([
  ['Sí', true],
  ['si', true],
  ['sì, grazie', true],
  ["d'acord", true],
  ['D’acord!!', true],
  ['sí, d’acord, si us plau', true],
  ['vale', true],
  ['ok', true],
  ['OK 👍', true],
  ['va bene', true],
  ['claro que sí', true],
  ['yes please', true],
  ['I accept', true],
  ['Accepto', true],
  ['👍🏽', true],
  ['✔️', true],
  ['no', false],
  ['No, gràcies', false],
  ['no accepto', false],
  ['non accetto', false],
  ["I don't accept", false],
  ['no vull', false],
  ['nope', false],
  ['👎', false],
  ['sí no', null],
  ['no, vale', null],
  ['no ho sé', null],
  ['sí però demà', null],
  ['potser', null],
  ['gràcies', null],
  ['', null],
  ['🤷', null],
  ['1', null],
  ['si '.repeat(500), null],
])('%j as yes or no: %s', (text, meaning) => {
  expect(parseYesNo(text)).toBe(meaning)
})

it.each<[string, Language, number | null]>([
  ['12', 'ca', 12],
  ['12,5', 'ca', 12.5],
  ['12.5', 'ca', 12.5],
  ['1.234,50', 'es', 1234.5],
  ['1,234.50', 'es', 1234.5],
  ['1.234', 'it', 1234],
  ['1.234', 'en', 1.234],
  ['1,234', 'en', 1234],
  ['1,234', 'ca', 1.234],
  ['0.125', 'ca', 0.125],
  ['1.234.567', 'ca', 1_234_567],
  ['1 234 567,8', 'ca', 1_234_567.8],
  ["1'234", 'it', 1234],
  ['-3', 'ca', -3],
  ['−3', 'ca', -3],
  ['-0', 'ca', 0],
  ['٣', 'ar', 3],
  ['12 €', 'es', 12],
  ['50%', 'es', 50],
  ['4 persones', 'ca', 4],
  ['dotze', 'ca', 12],
  ['doce, por favor', 'es', 12],
  ['dodici', 'it', 12],
  ['twelve', 'en', 12],
  ['2 mil', 'es', null],
  ['3 i mig', 'ca', null],
  ['4 o 5', 'ca', null],
  ['4 5', 'ca', null],
  ['1.23.4', 'ca', null],
  ['1,2,3', 'ca', null],
  ['12a', 'ca', null],
  ['', 'ca', null],
  ['molts', 'ca', null],
  ['NaN', 'en', null],
  ['Infinity', 'en', null],
  ['1e5', 'en', null],
  ['0x10', 'en', null],
  ['9'.repeat(16), 'ca', null],
  ['1'.repeat(5000), 'ca', null],
])('%j in %s is the number %s', (text, language, number) => {
  expect(parseNumber(text, language)).toBe(number)
})

it('reads back any number as each language prints it', () => {
  const languages = fc.constantFrom<Language>('ca', 'es', 'it', 'en')
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), languages, (hundredths, language) => {
      const number = hundredths / 100
      const printed = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(number)
      expect(parseNumber(printed, language)).toBe(number === 0 ? 0 : number)
    }),
  )
})

const TODAY = '2026-10-07' // a Wednesday
it.each<[string, Language, string | null]>([
  ['24/12/2026', 'ca', '2026-12-24'],
  ['24-12', 'ca', '2026-12-24'],
  ['24.12.26', 'it', '2026-12-24'],
  ['2026-12-24', 'es', '2026-12-24'],
  ['7/10', 'ca', '2026-10-07'],
  ['6/10', 'ca', '2027-10-06'],
  ['12/03/58', 'ca', '1958-03-12'],
  ['12/24/2026', 'en', '2026-12-24'],
  ['12/24/2026', 'ca', null],
  ['03/04/2027', 'en', '2027-04-03'],
  ['29/2', 'ca', '2028-02-29'],
  ['29/02/2027', 'ca', null],
  ['31/4', 'ca', null],
  ['0/1', 'ca', null],
  ['avui', 'ca', '2026-10-07'],
  ['hui', 'ca', '2026-10-07'],
  ['hoy', 'es', '2026-10-07'],
  ['oggi', 'it', '2026-10-07'],
  ['today', 'en', '2026-10-07'],
  ['Demà', 'ca', '2026-10-08'],
  ['mañana', 'es', '2026-10-08'],
  ['domani', 'it', '2026-10-08'],
  ['tomorrow, please', 'en', '2026-10-08'],
  ['demà passat', 'ca', '2026-10-09'],
  ['despús-demà', 'ca', '2026-10-09'],
  ['pasado mañana', 'es', '2026-10-09'],
  ['dopodomani', 'it', '2026-10-09'],
  ['the day after tomorrow', 'en', '2026-10-09'],
  ['ahir', 'ca', '2026-10-06'],
  ["abans d'ahir", 'ca', '2026-10-05'],
  ["l'altro ieri", 'it', '2026-10-05'],
  ["d'aquí a 3 dies", 'ca', '2026-10-10'],
  ['dentro de tres días', 'es', '2026-10-10'],
  ['tra 3 giorni', 'it', '2026-10-10'],
  ['in 3 days', 'en', '2026-10-10'],
  ['dilluns', 'ca', '2026-10-12'],
  ['dimecres', 'ca', '2026-10-14'],
  ['el viernes', 'es', '2026-10-09'],
  ['venerdì prossimo', 'it', '2026-10-09'],
  ['next monday', 'en', '2026-10-12'],
  ['dilluns passat', 'ca', '2026-10-05'],
  ['el miércoles pasado', 'es', '2026-09-30'],
  ['24 de desembre', 'ca', '2026-12-24'],
  ['24 de diciembre del 2027', 'es', '2027-12-24'],
  ['giovedì 24 dicembre', 'it', '2026-12-24'],
  ['December 24th, 2026', 'en', '2026-12-24'],
  ['24th of December', 'en', '2026-12-24'],
  ["l'1 de maig", 'ca', '2027-05-01'],
  ['1r de gener', 'ca', '2027-01-01'],
  ['primo maggio', 'it', '2027-05-01'],
  ['24 des.', 'ca', '2026-12-24'],
  ['3 ene 2027', 'es', '2027-01-03'],
  ['24 décembre', 'fr', '2026-12-24'],
  ['24', 'ca', null],
  ['desembre', 'ca', null],
  ['24 de', 'ca', null],
  ['24 ju', 'ca', null],
  ['1/2/3/4', 'ca', null],
  ['9999-99-99', 'ca', null],
  ['0001-01-01', 'ca', null],
  ['', 'ca', null],
  ['demà o demà passat', 'ca', null],
  ['x'.repeat(4096), 'ca', null],
])('%j in %s on 7 October 2026 is %s', (text, language, date) => {
  expect(parseDate(text, language, TODAY)).toBe(date)
})

it.each<[string, string | null]>([
  ['anna@exemple.cat', 'anna@exemple.cat'],
  ['El meu és Anna.Puig+bot@Exemple.CAT.', 'Anna.Puig+bot@exemple.cat'],
  ['<pau@museu.barcelona>', 'pau@museu.barcelona'],
  ['info@ñandú.es', 'info@ñandú.es'],
  ['a@b.es o c@d.es', null],
  ['anna@exemple', null],
  ['anna@@exemple.cat', null],
  ['anna..puig@exemple.cat', null],
  ['.anna@exemple.cat', null],
  ['anna@-exemple.cat', null],
  ['anna@exemple.1', null],
  ['anna exemple.cat', null],
  [`${'a'.repeat(65)}@exemple.cat`, null],
  ['@'.repeat(4096), null],
  ['', null],
])('%j holds the e-mail address %s', (text, email) => {
  expect(parseEmail(text)).toBe(email)
})

it.each<[string, 'ES' | 'IT', string | null]>([
  ['600123123', 'ES', '+34600123123'],
  ['ALTA 600 12 31 23', 'ES', '+34600123123'],
  ['600.123.123', 'ES', '+34600123123'],
  ['+34 600-123-123', 'ES', '+34600123123'],
  ['0034600123123', 'ES', '+34600123123'],
  ['34600123123', 'ES', '+34600123123'],
  ['(93) 877 00 00', 'ES', '+34938770000'],
  ['500123123', 'ES', null],
  ['60012312', 'ES', null],
  ['6001231234', 'ES', null],
  ['+34 500 123 123', 'ES', null],
  ['112', 'ES', null],
  ['338 655 3630', 'IT', '+393386553630'],
  ['0571 757999', 'IT', '+390571757999'],
  ['+39 0571 757999', 'IT', '+390571757999'],
  ['393386553630', 'IT', '+393386553630'],
  ['+39 138 655 3630', 'IT', null],
  ['+44 20 7946 0958', 'ES', '+442079460958'],
  ['+1 212 555 0100', 'IT', '+12125550100'],
  ['+123456', 'ES', null],
  ['+1234567890123456', 'ES', null],
  ['+0123456789', 'ES', null],
  ['600123123 i 600123124', 'ES', null],
  ['600123123 600123124', 'ES', null],
  ['no en tinc', 'ES', null],
  ['', 'ES', null],
  ['('.repeat(4096), 'ES', null],
])('%j in %s is the phone number %s', (text, country, phone) => {
  expect(parsePhone(text, country)).toBe(phone)
})

it('no reader of answers ever throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      parseYesNo(text)
      parseNumber(text, 'ca')
      parseEmail(text)
      parsePhone(text, 'ES')
      const date = parseDate(text, 'ca', TODAY)
      if (date !== null) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }),
  )
})
