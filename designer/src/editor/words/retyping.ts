import { defineWords } from '../../i18n/index.ts'

/** Giving a step another type. */
export const retypingWords = defineWords('retyping', {
  ca: {
    change: 'Canvia el tipus de pas…',
    title: 'En què es converteix «{title}»?',
    retyped: '«{title}» és ara: {kind}.',
    keepsAll: 'Ho conserva tot.',
    loses: 'Es perd: {what}.',
    exits: '{count, plural, one {# unió} other {# unions}}',
    entries: '{count, plural, one {# unió que hi arriba} other {# unions que hi arriben}}',
  },
  es: {
    change: 'Cambiar el tipo de paso…',
    title: '¿En qué se convierte «{title}»?',
    retyped: '«{title}» es ahora: {kind}.',
    keepsAll: 'Lo conserva todo.',
    loses: 'Se pierde: {what}.',
    exits: '{count, plural, one {# unión} other {# uniones}}',
    entries: '{count, plural, one {# unión que llega} other {# uniones que llegan}}',
  },
  it: {
    change: 'Cambia il tipo di passo…',
    title: 'Che cosa diventa «{title}»?',
    retyped: '«{title}» è ora: {kind}.',
    keepsAll: 'Conserva tutto.',
    loses: 'Si perde: {what}.',
    exits: '{count, plural, one {# collegamento} other {# collegamenti}}',
    entries: '{count, plural, one {# collegamento in arrivo} other {# collegamenti in arrivo}}',
  },
  en: {
    change: 'Change the kind of step…',
    title: 'What does “{title}” become?',
    retyped: '“{title}” is now: {kind}.',
    keepsAll: 'Keeps everything.',
    loses: 'Lost: {what}.',
    exits: '{count, plural, one {# connection} other {# connections}}',
    entries: '{count, plural, one {# connection leading here} other {# connections leading here}}',
  },
})
