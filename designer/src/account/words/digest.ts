import { defineWords } from '../../i18n/index.ts'

/** Words of one's own weekly letter. */
export const ownDigestWords = defineWords('account_digest', {
  ca: {
    title: 'Resum setmanal',
    help: 'Cada dilluns a les set, un correu amb el que va passar la setmana abans: incidències, respostes, terminis. Arriba a l’adreça amb què entreu, i en la llengua en què llegiu això.',
    mine: '{town}: els vostres departaments',
    all: '{town}: tota la vila',
    none: '{town}: encara no teniu cap departament',
    notSent: 'Ara no s’envia: un administrador el pot activar a Estadístiques.',
    noServer: 'Aquesta instal·lació encara no pot enviar correu. El que trieu valdrà quan pugui.',
    on: 'Dilluns rebreu el resum.',
    off: 'No rebreu més resums.',
  },
  es: {
    title: 'Resumen semanal',
    help: 'Cada lunes a las siete, un correo con lo que pasó la semana anterior: incidencias, respuestas, plazos. Llega a la dirección con la que entra, y en la lengua en que lee esto.',
    mine: '{town}: sus departamentos',
    all: '{town}: todo el municipio',
    none: '{town}: todavía no tiene ningún departamento',
    notSent: 'Ahora no se envía: un administrador puede activarlo en Estadísticas.',
    noServer: 'Esta instalación todavía no puede enviar correo. Lo que elija valdrá cuando pueda.',
    on: 'El lunes recibirá el resumen.',
    off: 'No recibirá más resúmenes.',
  },
  it: {
    title: 'Riepilogo settimanale',
    help: 'Ogni lunedì alle sette, un messaggio con quello che è successo la settimana prima: segnalazioni, risposte, termini. Arriva all’indirizzo con cui si entra, nella lingua in cui si legge questa pagina.',
    mine: '{town}: i propri uffici',
    all: '{town}: tutto il comune',
    none: '{town}: ancora nessun ufficio',
    notSent: 'Adesso non viene inviato: un amministratore può attivarlo in Statistiche.',
    noServer: 'Questa installazione non può ancora inviare posta. La scelta varrà quando potrà.',
    on: 'Lunedì riceverà il riepilogo.',
    off: 'Non riceverà più riepiloghi.',
  },
  en: {
    title: 'Weekly summary',
    help: 'Every Monday at seven, an e-mail with what happened in the week before: incidents, answers, deadlines. It comes to the address you sign in with, in the language you are reading now.',
    mine: '{town}: your departments',
    all: '{town}: the whole town',
    none: '{town}: you have no department yet',
    notSent: 'Not sent at present: an administrator can turn it on in Statistics.',
    noServer: 'This installation cannot send e-mail yet. What you choose holds once it can.',
    on: 'You get the summary on Monday.',
    off: 'You get no more summaries.',
  },
})
