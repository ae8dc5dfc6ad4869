import { defineWords } from '../i18n/index.ts'

export const myDataWords = defineWords('my-data', {
  ca: {
    title: 'Les vostres dades',
    loading: 'S’està mirant l’enllaç…',
    what: 'Un fitxer comprimit amb tot el que l’ajuntament té de vós en aquest canal: missatges, avisos, consentiments, subscripcions i fitxers. Comenceu per index.html.',
    download: 'Baixa les dades',
    left: '{count, plural, one {Es pot baixar # vegada més} other {Es pot baixar # vegades més}}, fins al {until}.',
    secret: 'Qui tingui aquest enllaç pot veure les vostres dades: no el passeu a ningú.',
    gone: 'Aquest enllaç ja no serveix',
    goneHelp:
      'Ha caducat, ja s’ha fet servir prou vegades o les dades s’han esborrat. Escriviu «les meves dades» al canal per tenir-ne un de nou.',
    failed: 'No s’ha pogut mirar l’enllaç',
    failedHelp: 'Comproveu la connexió i torneu-ho a provar.',
    tryAgain: 'Torna-ho a provar',
  },
  es: {
    title: 'Sus datos',
    loading: 'Comprobando el enlace…',
    what: 'Un archivo comprimido con todo lo que el ayuntamiento tiene de usted en este canal: mensajes, avisos, consentimientos, suscripciones y archivos. Empiece por index.html.',
    download: 'Descargar los datos',
    left: '{count, plural, one {Se puede descargar # vez más} other {Se puede descargar # veces más}}, hasta el {until}.',
    secret: 'Quien tenga este enlace puede ver sus datos: no lo pase a nadie.',
    gone: 'Este enlace ya no sirve',
    goneHelp:
      'Ha caducado, ya se ha usado bastantes veces o los datos se han borrado. Escriba «mis datos» en el canal para tener uno nuevo.',
    failed: 'No se ha podido comprobar el enlace',
    failedHelp: 'Compruebe la conexión e inténtelo de nuevo.',
    tryAgain: 'Intentarlo de nuevo',
  },
  it: {
    title: 'I vostri dati',
    loading: 'Controllo del link…',
    what: 'Un file compresso con tutto ciò che il Comune ha su di voi in questo canale: messaggi, segnalazioni, consensi, iscrizioni e file. Cominciate da index.html.',
    download: 'Scarica i dati',
    left: '{count, plural, one {Si può scaricare ancora # volta} other {Si può scaricare ancora # volte}}, fino al {until}.',
    secret: 'Chi ha questo link può vedere i vostri dati: non datelo a nessuno.',
    gone: 'Questo link non è più valido',
    goneHelp:
      'È scaduto, è già stato usato più volte o i dati sono stati cancellati. Scrivete «i miei dati» nel canale per averne uno nuovo.',
    failed: 'Non è stato possibile controllare il link',
    failedHelp: 'Controllate la connessione e riprovate.',
    tryAgain: 'Riprova',
  },
  en: {
    title: 'Your data',
    loading: 'Looking at the link…',
    what: 'A compressed file with everything the town hall holds about you on this channel: messages, reports, consents, subscriptions and files. Begin with index.html.',
    download: 'Download the data',
    left: '{count, plural, one {It can be downloaded # more time} other {It can be downloaded # more times}}, until {until}.',
    secret: 'Whoever has this link can see your data: do not pass it on.',
    gone: 'This link is no longer good',
    goneHelp:
      'It is too old, it has been used often enough, or the data has been deleted. Write “my data” on the channel to get a new one.',
    failed: 'The link could not be looked at',
    failedHelp: 'Check your connection and try again.',
    tryAgain: 'Try again',
  },
})
