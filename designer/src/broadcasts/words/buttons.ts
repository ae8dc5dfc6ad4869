import { defineWords } from '../../i18n/index.ts'

/** Words of the buttons under a notice. */
export const noticeButtonWords = defineWords('notice_buttons', {
  ca: {
    title: 'Botons',
    lead: 'Qui en toca un comença un flux publicat.',
    label: 'Text del botó {number}',
    flow: 'Flux que comença',
    add: 'Afegeix un botó',
    remove: 'Treu el botó {number}',
    missing: 'Cada botó necessita un text diferent, de 20 caràcters com a molt.',
  },
  es: {
    title: 'Botones',
    lead: 'Quien toca uno empieza un flujo publicado.',
    label: 'Texto del botón {number}',
    flow: 'Flujo que empieza',
    add: 'Añadir un botón',
    remove: 'Quitar el botón {number}',
    missing: 'Cada botón necesita un texto distinto, de 20 caracteres como mucho.',
  },
  it: {
    title: 'Pulsanti',
    lead: 'Chi ne tocca uno inizia un flusso pubblicato.',
    label: 'Testo del pulsante {number}',
    flow: 'Flusso che inizia',
    add: 'Aggiungi un pulsante',
    remove: 'Togli il pulsante {number}',
    missing: 'Ogni pulsante ha bisogno di un testo diverso, di 20 caratteri al massimo.',
  },
  en: {
    title: 'Buttons',
    lead: 'Whoever taps one begins a published flow.',
    label: 'Text of button {number}',
    flow: 'Flow it begins',
    add: 'Add a button',
    remove: 'Remove button {number}',
    missing: 'Every button needs a text of its own, of 20 characters at most.',
  },
})
