import { defineWords } from '../i18n/index.ts'

/** What went wrong with a call, when the runtime could not say it itself in the reader's language. */
export const errorWords = defineWords('errors', {
  ca: {
    unreachable: 'No s’ha pogut arribar al servidor. Comproveu la connexió i torneu-ho a provar.',
    unexpected: 'El servidor ha tingut un problema. Torneu-ho a provar d’aquí a una estona.',
    not_understood:
      'El servidor ha respost una cosa que aquesta pàgina no entén. Recarregueu-la: potser n’hi ha una versió nova.',
    reference: 'Si truqueu a suport, digueu-los aquest codi: {code}',
    tryAgain: 'Torna-ho a provar',
    reload: 'Recarrega la pàgina',
  },
  es: {
    unreachable: 'No se ha podido llegar al servidor. Compruebe la conexión y vuelva a intentarlo.',
    unexpected: 'El servidor ha tenido un problema. Vuelva a intentarlo dentro de un rato.',
    not_understood:
      'El servidor ha respondido algo que esta página no entiende. Recárguela: quizá haya una versión nueva.',
    reference: 'Si llama a soporte, dígales este código: {code}',
    tryAgain: 'Volver a intentarlo',
    reload: 'Recargar la página',
  },
  it: {
    unreachable: 'Impossibile raggiungere il server. Controllate la connessione e riprovate.',
    unexpected: 'Il server ha avuto un problema. Riprovate tra poco.',
    not_understood:
      'Il server ha risposto qualcosa che questa pagina non capisce. Ricaricatela: forse c’è una versione nuova.',
    reference: 'Se chiamate l’assistenza, indicate questo codice: {code}',
    tryAgain: 'Riprova',
    reload: 'Ricarica la pagina',
  },
  en: {
    unreachable: 'The server could not be reached. Check your connection and try again.',
    unexpected: 'The server had a problem. Try again in a while.',
    not_understood:
      'The server answered something this page does not understand. Reload it: there may be a new version.',
    reference: 'If you call support, tell them this code: {code}',
    tryAgain: 'Try again',
    reload: 'Reload the page',
  },
})
