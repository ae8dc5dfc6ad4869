import { defineWords } from '../../i18n/index.ts'

export const duplicateWords = defineWords('duplicates', {
  ca: {
    nearby: 'Potser ja s’havia comunicat',
    away: 'a {meters} m',
    neighbours: '{count, plural, one {# veí} other {# veïns}}',
    merge: 'És el mateix',
    mergeNamed: 'És el mateix que {reference}',
    mergeTitle: 'Voleu ajuntar-la amb {reference}?',
    mergeHelp: '{reference} quedarà com a duplicada. Qui la va comunicar, i qui la seguia, sabrà com acaba l’altra.',
    mergeHelpNobody:
      '{reference} quedarà com a duplicada. Va arribar per Open311: no es pot avisar qui la va comunicar.',
    mergeNow: 'Ajunta-les',
    cancel: 'Deixa-ho com està',
    mergedInto: 'S’ha ajuntat amb',
    notTheSame: 'No és el mateix',
    told: '{count, plural, one {S’ha avisat # persona.} other {S’ha avisat # persones.}}',
    leftOut:
      '{count, plural, one {# no s’ha pogut avisar: havien passat les 24 hores de WhatsApp.} other {# no s’han pogut avisar: havien passat les 24 hores de WhatsApp.}}',
  },
  es: {
    nearby: 'Quizá ya se había comunicado',
    away: 'a {meters} m',
    neighbours: '{count, plural, one {# vecino} other {# vecinos}}',
    merge: 'Es lo mismo',
    mergeNamed: 'Es lo mismo que {reference}',
    mergeTitle: '¿Quiere juntarla con {reference}?',
    mergeHelp: '{reference} quedará como duplicada. Quien la comunicó, y quien la seguía, sabrá cómo acaba la otra.',
    mergeHelpNobody: '{reference} quedará como duplicada. Llegó por Open311: no se puede avisar a quien la comunicó.',
    mergeNow: 'Juntarlas',
    cancel: 'Dejarlo como está',
    mergedInto: 'Se ha juntado con',
    notTheSame: 'No es lo mismo',
    told: '{count, plural, one {Se ha avisado a # persona.} other {Se ha avisado a # personas.}}',
    leftOut:
      '{count, plural, one {A # no se le ha podido avisar: habían pasado las 24 horas de WhatsApp.} other {A # no se les ha podido avisar: habían pasado las 24 horas de WhatsApp.}}',
  },
  it: {
    nearby: 'Forse era già stata segnalata',
    away: 'a {meters} m',
    neighbours: '{count, plural, one {# cittadino} other {# cittadini}}',
    merge: 'È la stessa',
    mergeNamed: 'È la stessa di {reference}',
    mergeTitle: 'Unirla a {reference}?',
    mergeHelp: '{reference} risulterà duplicata. Chi l’ha segnalata, e chi la seguiva, saprà come finisce l’altra.',
    mergeHelpNobody:
      '{reference} risulterà duplicata. È arrivata tramite Open311: non si può avvisare chi l’ha segnalata.',
    mergeNow: 'Unisci',
    cancel: 'Lascia com’è',
    mergedInto: 'È stata unita a',
    notTheSame: 'Non è la stessa',
    told: '{count, plural, one {Avvisata # persona.} other {Avvisate # persone.}}',
    leftOut:
      '{count, plural, one {# non è stata avvisata: erano passate le 24 ore di WhatsApp.} other {# non sono state avvisate: erano passate le 24 ore di WhatsApp.}}',
  },
  en: {
    nearby: 'It may have been reported before',
    away: '{meters} m away',
    neighbours: '{count, plural, one {# neighbour} other {# neighbours}}',
    merge: 'It is the same',
    mergeNamed: 'It is the same as {reference}',
    mergeTitle: 'Merge it into {reference}?',
    mergeHelp:
      '{reference} becomes a duplicate. Whoever reported it, and whoever followed it, will hear how the other one ends.',
    mergeHelpNobody: '{reference} becomes a duplicate. It came through Open311: whoever reported it cannot be told.',
    mergeNow: 'Merge them',
    cancel: 'Leave it as it is',
    mergedInto: 'It was merged into',
    notTheSame: 'It is not the same',
    told: '{count, plural, one {# person was told.} other {# people were told.}}',
    leftOut:
      '{count, plural, one {# could not be told: WhatsApp’s 24 hours were over.} other {# could not be told: WhatsApp’s 24 hours were over.}}',
  },
})
