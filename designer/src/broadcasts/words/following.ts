import { defineWords } from '../../i18n/index.ts'

/** Words of a notice that goes out: what may be done to it, and how it goes. */
export const followingWords = defineWords('notice_following', {
  ca: {
    pause: 'Posa en pausa',
    resume: 'Continua enviant',
    stop: 'Atura per sempre…',
    stopTitle: 'Aturar «{name}»?',
    stopWarn:
      '{count, plural, =0 {Ja no queda ningú per rebre’l.} one {# persona encara no l’ha rebut.} other {# persones encara no l’han rebut.}} El rebrà només qui ja el té de camí. No es pot reprendre.',
    stopList: 'La llista encara s’està fent: qui encara no hi és tampoc no el rebrà.',
    stopNow: 'Atura’l per sempre',
    keep: 'No l’aturis',
    'note.paused': 'Està en pausa. El que ja és a WhatsApp arriba igualment; els altres esperen que continueu.',
    'note.stopped': 'Es va aturar. Qui espera no el rebrà.',
    'note.listing': 'La llista encara s’està fent: en seran més.',
    notSent: 'No el reben',
  },
  es: {
    pause: 'Poner en pausa',
    resume: 'Seguir enviando',
    stop: 'Detener para siempre…',
    stopTitle: '¿Detener «{name}»?',
    stopWarn:
      '{count, plural, =0 {Ya no queda nadie por recibirlo.} one {# persona aún no lo ha recibido.} other {# personas aún no lo han recibido.}} Lo recibirá solo quien ya lo tiene en camino. No se puede reanudar.',
    stopList: 'La lista aún se está haciendo: quien todavía no está en ella tampoco lo recibirá.',
    stopNow: 'Detenerlo para siempre',
    keep: 'No detenerlo',
    'note.paused': 'Está en pausa. Lo que ya está en WhatsApp llega igualmente; los demás esperan a que siga.',
    'note.stopped': 'Se detuvo. Quien espera no lo recibirá.',
    'note.listing': 'La lista aún se está haciendo: serán más.',
    notSent: 'No lo reciben',
  },
  it: {
    pause: 'Metti in pausa',
    resume: 'Continua a inviare',
    stop: 'Ferma per sempre…',
    stopTitle: 'Fermare «{name}»?',
    stopWarn:
      '{count, plural, =0 {Non resta nessuno che debba riceverlo.} one {# persona non l’ha ancora ricevuto.} other {# persone non l’hanno ancora ricevuto.}} Lo riceverà solo chi lo ha già in arrivo. Non si può riprendere.',
    stopList: 'L’elenco è ancora in preparazione: non lo riceverà nemmeno chi non vi è ancora.',
    stopNow: 'Fermalo per sempre',
    keep: 'Non fermarlo',
    'note.paused': 'È in pausa. Ciò che è già su WhatsApp arriva comunque; gli altri aspettano che continui.',
    'note.stopped': 'È stato fermato. Chi aspetta non lo riceverà.',
    'note.listing': 'L’elenco è ancora in preparazione: saranno di più.',
    notSent: 'Non lo ricevono',
  },
  en: {
    pause: 'Pause',
    resume: 'Go on sending',
    stop: 'Stop for good…',
    stopTitle: 'Stop “{name}”?',
    stopWarn:
      '{count, plural, =0 {Nobody is left who should get it.} one {# person has not got it yet.} other {# people have not got it yet.}} Only those it is on its way to already will. It cannot be taken up again.',
    stopList: 'The list is still being made: whoever is not on it yet will not get it either.',
    stopNow: 'Stop it for good',
    keep: 'Do not stop it',
    'note.paused': 'It is paused. What WhatsApp has already still arrives; the others wait until you go on.',
    'note.stopped': 'It was stopped. Whoever waits will not get it.',
    'note.listing': 'The list is still being made: there will be more.',
    notSent: 'Will not get it',
  },
})
