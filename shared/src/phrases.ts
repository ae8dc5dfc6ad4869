import { appointmentPhrases } from './appointments/phrases.ts'
import type { InterfaceLanguage, Language } from './language.ts'

/** Short texts a flow needs that officers seldom want to write themselves. */
const phrases = {
  ...appointmentPhrases,
  skip: { ca: 'Ometre', es: 'Omitir', it: 'Salta', en: 'Skip' },
  done: { ca: 'Ja està', es: 'Ya está', it: 'Fatto', en: 'Done' },
  yes: { ca: 'Sí', es: 'Sí', it: 'Sì', en: 'Yes' },
  no: { ca: 'No', es: 'No', it: 'No', en: 'No' },
  accept: { ca: 'Accepto', es: 'Acepto', it: 'Accetto', en: 'I accept' },
  refuse: { ca: 'No accepto', es: 'No acepto', it: 'Non accetto', en: 'I do not accept' },
  more: { ca: 'Més resultats', es: 'Más resultados', it: 'Altri risultati', en: 'More results' },
  enough: { ca: 'Continuar', es: 'Continuar', it: 'Continua', en: 'Go on' },
  and_more: { ca: '… i {count} més', es: '… y {count} más', it: '… e altri {count}', en: '… and {count} more' },
  choose: { ca: 'Tria', es: 'Elige', it: 'Scegli', en: 'Choose' },
  confirm: {
    ca: 'Ho hem entès així: {value}. És correcte?',
    es: 'Lo hemos entendido así: {value}. ¿Es correcto?',
    it: 'Abbiamo capito: {value}. È corretto?',
    en: 'We understood: {value}. Is that right?',
  },
  one_more: {
    ca: 'Rebut. Pots enviar-ne més; quan acabis, tria *Ja està*.',
    es: 'Recibido. Puedes enviar más; cuando acabes, elige *Ya está*.',
    it: 'Ricevuto. Puoi inviarne altri; quando hai finito, scegli *Fatto*.',
    en: 'Received. You can send more; when you have finished, choose *Done*.',
  },
  place_sent: { ca: 'Ubicació enviada', es: 'Ubicación enviada', it: 'Posizione inviata', en: 'Location sent' },
  menu_again: {
    ca: 'Això era d’una pregunta anterior. Seguim on érem:',
    es: 'Eso era de una pregunta anterior. Seguimos donde estábamos:',
    it: 'Era una domanda precedente. Riprendiamo da qui:',
    en: 'That belonged to an earlier question. Back to where we were:',
  },
  choose_one: {
    ca: 'No ho he entès. Tria una de les opcions, si us plau.',
    es: 'No lo he entendido. Elige una de las opciones, por favor.',
    it: 'Non ho capito. Scegli una delle opzioni, per favore.',
    en: 'I did not understand. Please choose one of the options.',
  },
  answer_again: {
    ca: 'Aquesta resposta no ens serveix. Torna-ho a provar, si us plau.',
    es: 'Esta respuesta no nos sirve. Inténtalo de nuevo, por favor.',
    it: 'Questa risposta non va bene. Riprova, per favore.',
    en: 'We cannot use this answer. Please try again.',
  },
  closed_day: { ca: 'tancat', es: 'cerrado', it: 'chiuso', en: 'closed' },
  closed: {
    ca: 'Ara no hi ha ningú. Hem rebut el teu missatge i et respondrem aquí.',
    es: 'Ahora no hay nadie. Hemos recibido tu mensaje y te responderemos aquí.',
    it: 'In questo momento non c’è nessuno. Abbiamo ricevuto il tuo messaggio e ti risponderemo qui.',
    en: 'Nobody is here now. We have your message and will answer here.',
  },
  closed_until: {
    ca: 'Ara no hi ha ningú: tornem el {when}. Hem rebut el teu missatge i et respondrem aquí.',
    es: 'Ahora no hay nadie: volvemos el {when}. Hemos recibido tu mensaje y te responderemos aquí.',
    it: 'In questo momento non c’è nessuno: torniamo {when}. Abbiamo ricevuto il tuo messaggio e ti risponderemo qui.',
    en: 'Nobody is here now: we are back on {when}. We have your message and will answer here.',
  },
  solved_question: {
    ca: 'S’ha resolt?',
    es: '¿Se ha resuelto?',
    it: 'È stato risolto?',
    en: 'Was this solved?',
  },
  solved_thanks: {
    ca: 'Gràcies per dir-nos-ho!',
    es: '¡Gracias por decírnoslo!',
    it: 'Grazie per avercelo detto!',
    en: 'Thank you for telling us!',
  },
  solved_why: {
    ca: 'Ho tornem a obrir. Explica’ns en un missatge què falta; també pots enviar una foto.',
    es: 'Lo volvemos a abrir. Cuéntanos en un mensaje qué falta; también puedes enviar una foto.',
    it: 'Lo riapriamo. Scrivici in un messaggio che cosa manca; puoi anche inviare una foto.',
    en: 'We are opening it again. Tell us in one message what is missing; you can also send a photo.',
  },
  solved_noted: {
    ca: 'Gràcies, ho hem apuntat. Ho tornarem a mirar.',
    es: 'Gracias, lo hemos apuntado. Volveremos a mirarlo.',
    it: 'Grazie, lo abbiamo annotato. Lo guarderemo di nuovo.',
    en: 'Thank you, we have noted it. We will look at it again.',
  },
  stopped: {
    ca: 'D’acord: ja no rebràs més avisos d’aquest canal. Pots tornar quan vulguis.',
    es: 'De acuerdo: ya no recibirás más avisos de este canal. Puedes volver cuando quieras.',
    it: 'D’accordo: non riceverai più avvisi da questo canale. Puoi tornare quando vuoi.',
    en: 'All right: you will get no more notices from this channel. You can come back any time.',
  },
  topic_joined: {
    ca: 'Fet: t’avisarem de *{topic}*. Per deixar-ho, escriu *{word}*.',
    es: 'Hecho: te avisaremos de *{topic}*. Para dejarlo, escribe *{word}*.',
    it: 'Fatto: ti avviseremo su *{topic}*. Per smettere scrivi *{word}*.',
    en: 'Done: we will tell you about *{topic}*. To leave, write *{word}*.',
  },
  topic_known: {
    ca: 'Ja estàs a *{topic}*. Per deixar-ho, escriu *{word}*.',
    es: 'Ya estás en *{topic}*. Para dejarlo, escribe *{word}*.',
    it: 'Ricevi già *{topic}*. Per smettere scrivi *{word}*.',
    en: 'You already get *{topic}*. To leave, write *{word}*.',
  },
  topic_left: {
    ca: 'Fet: ja no t’avisarem de *{topic}*.',
    es: 'Hecho: ya no te avisaremos de *{topic}*.',
    it: 'Fatto: non ti avviseremo più su *{topic}*.',
    en: 'Done: we will not tell you about *{topic}* any more.',
  },
  topics_offered: {
    ca: 'De què vols que t’avisem? Escriu *{word}* i el número:',
    es: '¿De qué quieres que te avisemos? Escribe *{word}* y el número:',
    it: 'Di che cosa vuoi che ti avvisiamo? Scrivi *{word}* e il numero:',
    en: 'What do you want us to tell you about? Write *{word}* and the number:',
  },
  form_joined: {
    ca: 'Fet, confirmat: t’avisarem de *{topics}*. Per deixar-ho, escriu *{word}*.',
    es: 'Hecho, confirmado: te avisaremos de *{topics}*. Para dejarlo, escribe *{word}*.',
    it: 'Fatto, confermato: ti avviseremo su *{topics}*. Per smettere scrivi *{word}*.',
    en: 'Done, confirmed: we will tell you about *{topics}*. To leave, write *{word}*.',
  },
  form_expired: {
    ca: 'Aquest codi ha caducat. Omple el formulari una altra vegada i envia’ns el codi nou.',
    es: 'Este código ha caducado. Rellena el formulario otra vez y envíanos el código nuevo.',
    it: 'Questo codice è scaduto. Compila di nuovo il modulo e inviaci il nuovo codice.',
    en: 'This code has expired. Fill in the form again and send us the new code.',
  },
  form_unknown: {
    ca: 'Aquest codi no serveix: o bé ja s’ha fet servir, o bé hi falta alguna lletra.',
    es: 'Este código no sirve: o ya se ha usado, o le falta alguna letra.',
    it: 'Questo codice non è valido: o è già stato usato, o manca qualche lettera.',
    en: 'This code is no good: it has been used, or a letter is missing.',
  },
  form_other_number: {
    ca: 'Al formulari hi ha un altre número. Envia’ns el codi des d’aquell telèfon, o torna a omplir el formulari amb aquest número.',
    es: 'En el formulario hay otro número. Envíanos el código desde ese teléfono, o rellena el formulario otra vez con este número.',
    it: 'Sul modulo c’è un altro numero. Inviaci il codice da quel telefono, oppure compila di nuovo il modulo con questo numero.',
    en: 'The form holds another number. Send us the code from that phone, or fill in the form again with this number.',
  },
  help: {
    ca: 'Som el canal de {town}. Escriu *menú* per començar o *baixa* per deixar de rebre avisos.',
    es: 'Somos el canal de {town}. Escribe *menú* para empezar o *baja* para dejar de recibir avisos.',
    it: 'Siamo il canale di {town}. Scrivi *menu* per iniziare o *stop* per non ricevere più avvisi.',
    en: 'This is the channel of {town}. Write *menu* to begin or *stop* to get no more notices.',
  },
  not_understood: {
    ca: 'No hem entès el missatge. Escriu *menú* per començar o *ajuda* per saber com contactar amb nosaltres.',
    es: 'No hemos entendido el mensaje. Escribe *menú* para empezar o *ayuda* para saber cómo contactar con nosotros.',
    it: 'Non abbiamo capito il messaggio. Scrivi *menu* per iniziare o *aiuto* per sapere come contattarci.',
    en: 'We did not understand the message. Write *menu* to begin or *help* to see how to reach us.',
  },
  apology: {
    ca: 'No hem pogut atendre el teu missatge. Ho hem passat a una persona de l’ajuntament.',
    es: 'No hemos podido atender tu mensaje. Lo hemos pasado a una persona del ayuntamiento.',
    it: 'Non siamo riusciti a gestire il tuo messaggio. Lo abbiamo passato a una persona del Comune.',
    en: 'We could not handle your message. We have passed it to a person at the town hall.',
  },
  improved: {
    ca: 'Hem millorat aquest canal mentre hi eres. Perdona la molèstia: tornem a començar.',
    es: 'Hemos mejorado este canal mientras estabas aquí. Perdona la molestia: volvamos a empezar.',
    it: 'Abbiamo migliorato questo canale mentre lo usavi. Scusa il disagio: ricominciamo.',
    en: 'We have improved this channel while you were here. Sorry for the trouble: let us begin again.',
  },
  withdrawn: {
    ca: 'Aquest tràmit ja no es fa per aquí. Perdona la molèstia. Escriu *menú* per veure què podem fer per tu.',
    es: 'Este trámite ya no se hace por aquí. Perdona la molestia. Escribe *menú* para ver qué podemos hacer por ti.',
    it: 'Questo servizio non è più disponibile qui. Scusa il disagio. Scrivi *menu* per vedere cosa possiamo fare per te.',
    en: 'This is no longer done here. Sorry for the trouble. Write *menu* to see what we can do for you.',
  },
  same_ask: {
    ca: 'Ja hi ha un avís igual a {meters} m, {when} ({reference}). És el mateix?',
    es: 'Ya hay un aviso igual a {meters} m, {when} ({reference}). ¿Es el mismo?',
    it: 'C’è già una segnalazione uguale a {meters} m, {when} ({reference}). È la stessa?',
    en: 'There is a report of the same kind {meters} m away, {when} ({reference}). Is this it?',
  },
  same_yes: { ca: 'És el mateix', es: 'Es el mismo', it: 'È la stessa', en: 'It is the same' },
  same_no: { ca: 'És un altre', es: 'Es otro', it: 'È un’altra', en: 'It is another one' },
  when_today: { ca: 'd’avui', es: 'de hoy', it: 'di oggi', en: 'made today' },
  when_yesterday: { ca: 'd’ahir', es: 'de ayer', it: 'di ieri', en: 'made yesterday' },
  when_days: {
    ca: 'de fa {days} dies',
    es: 'de hace {days} días',
    it: 'di {days} giorni fa',
    en: 'made {days} days ago',
  },
  following: {
    ca: 'D’acord: hi afegim el teu cas i t’avisarem quan hi hagi novetats. Referència: {reference}.',
    es: 'De acuerdo: añadimos tu caso y te avisaremos cuando haya novedades. Referencia: {reference}.',
    it: 'D’accordo: aggiungiamo il tuo caso e ti avviseremo quando ci saranno novità. Riferimento: {reference}.',
    en: 'All right: we have added your case and will tell you when there is news. Reference: {reference}.',
  },
  opened_as: {
    ca: 'Ja tenim el teu avís: és el {reference}.',
    es: 'Ya tenemos tu aviso: es el {reference}.',
    it: 'Abbiamo la tua segnalazione: è la {reference}.',
    en: 'We have your report: its number is {reference}.',
  },
  news_ask: {
    ca: 'Vols que t’avisem per aquí quan canviï l’estat dels teus avisos?',
    es: '¿Quieres que te avisemos por aquí cuando cambie el estado de tus avisos?',
    it: 'Vuoi che ti avvisiamo qui quando cambia lo stato delle tue segnalazioni?',
    en: 'Do you want us to tell you here when the status of your reports changes?',
  },
  news: {
    ca: 'Novetats del teu avís {reference}: *{status}*.',
    es: 'Novedades de tu aviso {reference}: *{status}*.',
    it: 'Novità sulla tua segnalazione {reference}: *{status}*.',
    en: 'News of your report {reference}: *{status}*.',
  },
  data_requested: {
    ca: 'Preparem un fitxer amb tot el que tenim de tu i te n’enviem l’enllaç de seguida.',
    es: 'Preparamos un archivo con todo lo que tenemos de ti y te enviamos el enlace enseguida.',
    it: 'Prepariamo un file con tutto ciò che abbiamo su di te e ti inviamo subito il link.',
    en: 'We are making a file with everything we hold about you, and will send you the link at once.',
  },
  data_link: {
    ca: 'Les teves dades: {link}\n\nL’enllaç serveix {days} dies i es pot baixar {times} vegades. Qui el tingui pot veure les teves dades: no el passis a ningú.',
    es: 'Tus datos: {link}\n\nEl enlace sirve {days} días y se puede descargar {times} veces. Quien lo tenga puede ver tus datos: no lo pases a nadie.',
    it: 'I tuoi dati: {link}\n\nIl link vale {days} giorni e si può scaricare {times} volte. Chi lo possiede può vedere i tuoi dati: non darlo a nessuno.',
    en: 'Your data: {link}\n\nThe link is good for {days} days and {times} downloads. Whoever has it can see your data: do not pass it on.',
  },
  erasure_requested: {
    ca: 'Hem rebut la teva petició. Esborrem tot el que tenim de tu en aquest canal.',
    es: 'Hemos recibido tu petición. Borramos todo lo que tenemos de ti en este canal.',
    it: 'Abbiamo ricevuto la tua richiesta. Cancelliamo tutto ciò che abbiamo su di te in questo canale.',
    en: 'We have received your request. We are deleting everything we hold about you on this channel.',
  },
  data_erased: {
    ca: 'S’han esborrat les teves dades d’aquest canal: missatges, fitxers, consentiments i subscripcions. Les incidències que vas comunicar continuen sense el teu nom ni les teves paraules. Si tornes a escriure, començarem de nou.',
    es: 'Se han borrado tus datos de este canal: mensajes, archivos, consentimientos y suscripciones. Las incidencias que comunicaste continúan sin tu nombre ni tus palabras. Si vuelves a escribir, empezaremos de nuevo.',
    it: 'I tuoi dati di questo canale sono stati cancellati: messaggi, file, consensi e iscrizioni. Le segnalazioni che hai inviato restano senza il tuo nome e le tue parole. Se scrivi di nuovo, ricominceremo da capo.',
    en: 'Your data on this channel has been deleted: messages, files, consents and subscriptions. The incidents you reported go on without your name or your words. If you write again, we begin anew.',
  },
} satisfies Record<string, Record<InterfaceLanguage, string>>

export type Phrase = keyof typeof phrases

/** A built-in text; languages it does not exist in get `fallback`, else English. `{name}` pieces come from `values`. */
export function phrase(
  name: Phrase,
  language: Language,
  fallback: Language,
  values: Record<string, string> = {},
): string {
  const texts: { [Code in Language]?: string } = phrases[name]
  const text = texts[language] ?? texts[fallback] ?? phrases[name].en
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}
