import type { InterfaceLanguage, SubscriberFault } from '@pregoner/shared'

interface ReportWords {
  head: [string, string, string]
  faults: { [Code in SubscriberFault['code']]: string }
}

/** The words of the report of a file that was not taken in. */
export const reportWords: Record<InterfaceLanguage, ReportWords> = {
  ca: {
    head: ['Línia', 'Hi diu', 'Què passa'],
    faults: {
      not_text: 'El fitxer no és text',
      no_lines: 'El fitxer no té cap línia amb dades',
      no_columns: 'Falten les columnes Telèfon, Data i Prova',
      unclosed_quote: 'Unes cometes no es tanquen',
      too_many: 'Hi ha més línies de les que hi caben',
      bad_number: 'No és un telèfon',
      repeated: 'El número ja surt més amunt',
      bad_day: 'No és un dia',
      future_day: 'El dia encara ha d’arribar',
      no_proof: 'Falta la prova',
      left_since: 'S’ha donat de baixa després d’aquest dia',
    },
  },
  es: {
    head: ['Línea', 'Dice', 'Qué pasa'],
    faults: {
      not_text: 'El archivo no es texto',
      no_lines: 'El archivo no tiene ninguna línea con datos',
      no_columns: 'Faltan las columnas Teléfono, Fecha y Prueba',
      unclosed_quote: 'Unas comillas no se cierran',
      too_many: 'Hay más líneas de las que caben',
      bad_number: 'No es un teléfono',
      repeated: 'El número ya sale más arriba',
      bad_day: 'No es un día',
      future_day: 'El día todavía no ha llegado',
      no_proof: 'Falta la prueba',
      left_since: 'Se ha dado de baja después de este día',
    },
  },
  it: {
    head: ['Riga', 'Contenuto', 'Che cosa non va'],
    faults: {
      not_text: 'Il file non è testo',
      no_lines: 'Il file non ha nessuna riga con dati',
      no_columns: 'Mancano le colonne Telefono, Data e Prova',
      unclosed_quote: 'Delle virgolette non si chiudono',
      too_many: 'Ci sono più righe di quante ne entrano',
      bad_number: 'Non è un telefono',
      repeated: 'Il numero compare già più in alto',
      bad_day: 'Non è un giorno',
      future_day: 'Il giorno deve ancora arrivare',
      no_proof: 'Manca la prova',
      left_since: 'Si è disiscritto dopo questo giorno',
    },
  },
  en: {
    head: ['Line', 'It says', 'What is wrong'],
    faults: {
      not_text: 'The file is not text',
      no_lines: 'The file has no line with data',
      no_columns: 'The columns Phone, Date and Proof are missing',
      unclosed_quote: 'A quotation mark is never closed',
      too_many: 'There are more lines than fit',
      bad_number: 'Not a phone number',
      repeated: 'The number stands further up already',
      bad_day: 'Not a day',
      future_day: 'The day is still to come',
      no_proof: 'The proof is missing',
      left_since: 'They have left since that day',
    },
  },
}
