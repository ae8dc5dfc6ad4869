import type { InterfaceLanguage } from '@pregoner/shared'

type Words = { readonly [Language in InterfaceLanguage]: string }

/** Everything a caller can act on: the HTTP status and what the officer reads. The only list of codes. */
export const errorTable = {
  bad_request: {
    status: 400,
    words: {
      ca: 'La petició no és vàlida. Torneu a carregar la pàgina i proveu-ho de nou.',
      es: 'La petición no es válida. Vuelva a cargar la página e inténtelo de nuevo.',
      it: 'La richiesta non è valida. Ricaricate la pagina e riprovate.',
      en: 'The request is not valid. Reload the page and try again.',
    },
  },
  no_test_phone: {
    status: 409,
    words: {
      ca: 'Encara no sabem quin és el vostre telèfon. Envieu-nos primer el codi des d’ell.',
      es: 'Todavía no sabemos cuál es su teléfono. Envíenos primero el código desde él.',
      it: 'Non sappiamo ancora qual è il vostro telefono. Inviateci prima il codice da lì.',
      en: 'We do not know your phone yet. First send us the code from it.',
    },
  },
  needs_approval: {
    status: 409,
    words: {
      ca: 'Abans de sortir, aquest avís l’ha d’aprovar una altra persona.',
      es: 'Antes de salir, este aviso lo tiene que aprobar otra persona.',
      it: 'Prima di partire, questo avviso deve essere approvato da un’altra persona.',
      en: 'Before it goes out, somebody else has to approve this notice.',
    },
  },
  own_work: {
    status: 403,
    words: {
      ca: 'L’heu escrit vós: l’ha d’aprovar una altra persona.',
      es: 'Lo ha escrito usted: lo tiene que aprobar otra persona.',
      it: 'L’avete scritto voi: lo deve approvare un’altra persona.',
      en: 'You have written it: somebody else has to approve it.',
    },
  },
  unconfirmed: {
    status: 422,
    words: {
      ca: 'Per enviar una emergència, escriviu la paraula EMERGÈNCIA.',
      es: 'Para enviar una emergencia, escriba la palabra EMERGENCIA.',
      it: 'Per inviare un’emergenza, scrivete la parola EMERGENZA.',
      en: 'To send an emergency, type the word EMERGENCY.',
    },
  },
  bad_template: {
    status: 422,
    words: {
      ca: 'La plantilla de l’avís no es pot enviar ara. Mireu què hi passa i trieu-ne una altra, o cap.',
      es: 'La plantilla del aviso no se puede enviar ahora. Mire qué le pasa y elija otra, o ninguna.',
      it: 'Il modello dell’avviso ora non si può inviare. Guardate che cosa non va e sceglietene un altro, o nessuno.',
      en: 'The notice’s template cannot be sent now. See what is wrong with it and choose another one, or none.',
    },
  },
  taken: {
    status: 409,
    words: {
      ca: 'Aquesta hora ja no és lliure. Trieu-ne una altra.',
      es: 'Esa hora ya no está libre. Elija otra.',
      it: 'Quest’ora non è più libera. Sceglietene un’altra.',
      en: 'That time is no longer free. Choose another one.',
    },
  },
  signed_out: {
    status: 401,
    words: {
      ca: 'La sessió s’ha acabat. Torneu a entrar.',
      es: 'La sesión ha terminado. Vuelva a entrar.',
      it: 'La sessione è terminata. Accedete di nuovo.',
      en: 'You are signed out. Sign in again.',
    },
  },
  wrong_password: {
    status: 401,
    words: {
      ca: 'L’adreça o la contrasenya no són correctes.',
      es: 'La dirección o la contraseña no son correctas.',
      it: 'L’indirizzo o la password non sono corretti.',
      en: 'The address or the password is not right.',
    },
  },
  code_needed: {
    status: 401,
    words: {
      ca: 'Escriviu el codi de l’aplicació d’autenticació.',
      es: 'Escriba el código de la aplicación de autenticación.',
      it: 'Scrivete il codice dell’applicazione di autenticazione.',
      en: 'Write the code of your authenticator app.',
    },
  },
  second_factor_needed: {
    status: 403,
    words: {
      ca: 'Aquest ajuntament demana un segon factor. Activeu-lo al vostre compte.',
      es: 'Este ayuntamiento pide un segundo factor. Actívelo en su cuenta.',
      it: 'Questo Comune richiede un secondo fattore. Attivatelo nel vostro account.',
      en: 'This town hall asks for a second factor. Set it up in your account.',
    },
  },
  wrong_code: {
    status: 422,
    words: {
      ca: 'El codi no és correcte o ja s’ha fet servir. Espereu el següent i torneu-ho a provar.',
      es: 'El código no es correcto o ya se ha usado. Espere el siguiente e inténtelo de nuevo.',
      it: 'Il codice non è corretto o è già stato usato. Attendete il prossimo e riprovate.',
      en: 'The code is not right or has been used. Wait for the next one and try again.',
    },
  },
  wrong_own_password: {
    status: 422,
    words: {
      ca: 'La contrasenya actual no és correcta.',
      es: 'La contraseña actual no es correcta.',
      it: 'La password attuale non è corretta.',
      en: 'The present password is not right.',
    },
  },
  link_over: {
    status: 404,
    words: {
      ca: 'Aquest enllaç ha caducat o ja s’ha fet servir. Demaneu-ne un de nou.',
      es: 'Este enlace ha caducado o ya se ha usado. Pida uno nuevo.',
      it: 'Questo link è scaduto o è già stato usato. Chiedetene uno nuovo.',
      en: 'This link has expired or has been used. Ask for a new one.',
    },
  },
  last_administrator: {
    status: 409,
    words: {
      ca: 'És l’última persona que administra l’ajuntament. Nomeneu-ne abans una altra.',
      es: 'Es la última persona que administra el ayuntamiento. Nombre antes a otra.',
      it: 'È l’ultima persona che amministra il Comune. Nominatene prima un’altra.',
      en: 'This is the last administrator of the town hall. Appoint another one first.',
    },
  },
  already_there: {
    status: 409,
    words: {
      ca: 'Això ja existeix. Torneu a carregar la pàgina o trieu un altre nom.',
      es: 'Esto ya existe. Vuelva a cargar la página o elija otro nombre.',
      it: 'Esiste già. Ricaricate la pagina o scegliete un altro nome.',
      en: 'This exists already. Reload the page or choose another name.',
    },
  },
  number_elsewhere: {
    status: 409,
    words: {
      ca: 'Aquest número ja està connectat en un altre lloc. Comproveu-ne l’identificador (phone number id).',
      es: 'Este número ya está conectado en otro sitio. Compruebe su identificador (phone number id).',
      it: 'Questo numero è già collegato altrove. Controllate il suo identificativo (phone number id).',
      en: 'This number is already connected elsewhere. Check its id (phone number id).',
    },
  },
  already_here: {
    status: 409,
    words: {
      ca: 'Ja hi ha una persona amb aquesta adreça. La trobareu a la llista.',
      es: 'Ya hay una persona con esta dirección. La encontrará en la lista.',
      it: 'C’è già una persona con questo indirizzo. La trovate nell’elenco.',
      en: 'There is a person with this address already. You will find them in the list.',
    },
  },
  elsewhere: {
    status: 409,
    words: {
      ca: 'Aquesta persona també treballa en un altre ajuntament: només ella pot canviar el seu accés.',
      es: 'Esta persona también trabaja en otro ayuntamiento: solo ella puede cambiar su acceso.',
      it: 'Questa persona lavora anche in un altro Comune: solo lei può cambiare il proprio accesso.',
      en: 'This person works in another town hall, too: only they can change how they sign in.',
    },
  },
  other_origin: {
    status: 403,
    words: {
      ca: 'Aquesta petició ve d’una altra pàgina web i no s’ha acceptat.',
      es: 'Esta petición viene de otra página web y no se ha aceptado.',
      it: 'Questa richiesta proviene da un altro sito e non è stata accettata.',
      en: 'This request comes from another web page and was not accepted.',
    },
  },
  not_allowed: {
    status: 403,
    words: {
      ca: 'La vostra funció no permet fer això. Demaneu-ho a l’administrador.',
      es: 'Su función no permite hacer esto. Pídaselo al administrador.',
      it: 'Il vostro ruolo non consente questa operazione. Chiedete all’amministratore.',
      en: 'Your role does not allow this. Ask your administrator.',
    },
  },
  not_found: {
    status: 404,
    words: {
      ca: 'No s’ha trobat. Potser s’ha esborrat o no hi teniu accés.',
      es: 'No se ha encontrado. Quizá se ha borrado o no tiene acceso.',
      it: 'Non trovato. Forse è stato eliminato o non avete accesso.',
      en: 'Not found. It may have been deleted, or you have no access to it.',
    },
  },
  stale: {
    status: 409,
    words: {
      ca: 'Algú altre ho ha canviat mentrestant. Mireu la versió actual i decidiu què voleu conservar.',
      es: 'Otra persona lo ha cambiado mientras tanto. Mire la versión actual y decida qué quiere conservar.',
      it: 'Nel frattempo qualcun altro l’ha modificato. Guardate la versione attuale e decidete cosa conservare.',
      en: 'Somebody else changed it meanwhile. Look at the current version and decide what to keep.',
    },
  },
  locked: {
    status: 409,
    words: {
      ca: 'Ara hi treballa una altra persona. Demaneu-li de continuar vós.',
      es: 'Ahora está trabajando en ello otra persona. Pídale continuar usted.',
      it: 'In questo momento ci sta lavorando un’altra persona. Chiedetele di continuare voi.',
      en: 'Somebody else is working on it now. Ask them to let you go on.',
    },
  },
  published: {
    status: 409,
    words: {
      ca: 'Un flux que ja s’ha publicat no es pot esborrar: encara hi pot haver gent a mig fer.',
      es: 'Un flujo que ya se ha publicado no se puede borrar: puede haber gente a medias.',
      it: 'Un flusso già pubblicato non si può eliminare: qualcuno potrebbe essere a metà.',
      en: 'A flow that has been published cannot be deleted: people may still be in it.',
    },
  },
  not_connected: {
    status: 409,
    words: {
      ca: 'El canal no té totes les credencials. Ompliu-les abans d’activar-lo.',
      es: 'El canal no tiene todas las credenciales. Rellénelas antes de activarlo.',
      it: 'Il canale non ha tutte le credenziali. Inseritele prima di attivarlo.',
      en: 'The channel lacks some of its credentials. Fill them in before you activate it.',
    },
  },
  not_possible: {
    status: 409,
    words: {
      ca: 'Des de l’estat actual no es pot passar a aquest altre.',
      es: 'Desde el estado actual no se puede pasar a este otro.',
      it: 'Dallo stato attuale non si può passare a quest’altro.',
      en: 'It cannot go from its present status to that one.',
    },
  },
  in_use: {
    status: 409,
    words: {
      ca: 'Encara s’utilitza. Mireu qui ho fa servir i canvieu-ho abans d’esborrar-ho.',
      es: 'Todavía se utiliza. Mire quién lo usa y cámbielo antes de borrarlo.',
      it: 'È ancora in uso. Guardate chi lo usa e modificatelo prima di eliminarlo.',
      en: 'It is still in use. See what uses it and change that before you delete it.',
    },
  },
  unknown_entry: {
    status: 422,
    words: {
      ca: 'Fa referència a una cosa que ja no existeix. Torneu a carregar la pàgina.',
      es: 'Hace referencia a algo que ya no existe. Vuelva a cargar la página.',
      it: 'Fa riferimento a qualcosa che non esiste più. Ricaricate la pagina.',
      en: 'It refers to something that no longer exists. Reload the page.',
    },
  },
  too_large: {
    status: 413,
    words: {
      ca: 'És massa gros. Feu-lo més petit i torneu-ho a provar.',
      es: 'Es demasiado grande. Hágalo más pequeño e inténtelo de nuevo.',
      it: 'È troppo grande. Riducetelo e riprovate.',
      en: 'It is too large. Make it smaller and try again.',
    },
  },
  problems: {
    status: 422,
    words: {
      ca: 'Encara hi ha errors. Corregiu-los abans de publicar.',
      es: 'Todavía hay errores. Corríjalos antes de publicar.',
      it: 'Ci sono ancora errori. Correggeteli prima di pubblicare.',
      en: 'There are still errors. Correct them before you publish.',
    },
  },
  past: {
    status: 422,
    words: {
      ca: 'Aquesta hora ja ha passat. Trieu-ne una altra.',
      es: 'Esa hora ya ha pasado. Elija otra.',
      it: 'Quest’ora è già passata. Sceglietene un’altra.',
      en: 'That time has passed. Choose another one.',
    },
  },
  tests: {
    status: 422,
    words: {
      ca: 'Hi ha proves del flux que no surten bé. Mireu-les abans de publicar.',
      es: 'Hay pruebas del flujo que no salen bien. Mírelas antes de publicar.',
      it: 'Alcune prove del flusso non riescono. Guardatele prima di pubblicare.',
      en: 'Some tests of the flow do not pass. Look at them before you publish.',
    },
  },
  too_many_tests: {
    status: 409,
    words: {
      ca: 'Aquest flux ja té 200 proves. Esborreu-ne alguna abans de desar-ne més.',
      es: 'Este flujo ya tiene 200 pruebas. Borre alguna antes de guardar más.',
      it: 'Questo flusso ha già 200 prove. Eliminatene qualcuna prima di salvarne altre.',
      en: 'This flow has 200 tests already. Delete some before you keep more.',
    },
  },
  bad_flow: {
    status: 422,
    words: {
      ca: 'El dibuix conté alguna cosa que aquesta versió no entén i no s’ha desat.',
      es: 'El dibujo contiene algo que esta versión no entiende y no se ha guardado.',
      it: 'Il disegno contiene qualcosa che questa versione non capisce e non è stato salvato.',
      en: 'The drawing holds something this version does not understand, and was not saved.',
    },
  },
  bad_file: {
    status: 422,
    words: {
      ca: 'Aquest fitxer no es pot obrir com a flux. No s’ha desat res.',
      es: 'Este archivo no se puede abrir como flujo. No se ha guardado nada.',
      it: 'Questo file non si può aprire come flusso. Non è stato salvato nulla.',
      en: 'This file cannot be opened as a flow. Nothing was stored.',
    },
  },
  reserved_name: {
    status: 422,
    words: {
      ca: 'Un dels noms és reservat. Trieu-ne un altre.',
      es: 'Uno de los nombres está reservado. Elija otro.',
      it: 'Uno dei nomi è riservato. Sceglietene un altro.',
      en: 'One of the names is reserved. Choose another one.',
    },
  },
  reason_missing: {
    status: 422,
    words: {
      ca: 'Escriviu per què es tanca sense actuar.',
      es: 'Escriba por qué se cierra sin actuar.',
      it: 'Scrivete perché si chiude senza intervenire.',
      en: 'Write why it is closed without action.',
    },
  },
  no_colleague: {
    status: 422,
    words: {
      ca: 'Aquesta persona no porta incidències d’aquest departament. Trieu-ne una altra.',
      es: 'Esa persona no lleva incidencias de ese departamento. Elija otra.',
      it: 'Questa persona non segue le segnalazioni di questo ufficio. Sceglietene un’altra.',
      en: 'That person does not handle incidents of that department. Choose somebody else.',
    },
  },
  bad_media: {
    status: 422,
    words: {
      ca: 'Aquest fitxer no es pot obrir. Proveu amb un altre.',
      es: 'Este archivo no se puede abrir. Pruebe con otro.',
      it: 'Questo file non si può aprire. Provate con un altro.',
      en: 'This file cannot be opened. Try another one.',
    },
  },
  no_conversation: {
    status: 409,
    words: {
      ca: 'Aquest avís ha arribat per Open311: no hi ha cap conversa on respondre.',
      es: 'Este aviso ha llegado por Open311: no hay ninguna conversación donde responder.',
      it: 'Questa segnalazione è arrivata tramite Open311: non c’è una conversazione in cui rispondere.',
      en: 'This report came through Open311: there is no conversation to answer in.',
    },
  },
  too_many: {
    status: 429,
    words: {
      ca: 'Massa intents. Espereu una mica i torneu-ho a provar.',
      es: 'Demasiados intentos. Espere un poco e inténtelo de nuevo.',
      it: 'Troppi tentativi. Attendete un po’ e riprovate.',
      en: 'Too many attempts. Wait a little and try again.',
    },
  },
  internal: {
    status: 500,
    words: {
      ca: 'Alguna cosa ha fallat per la nostra banda. Torneu-ho a provar; si es repeteix, digueu-nos el codi.',
      es: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo; si se repite, díganos el código.',
      it: 'Qualcosa non ha funzionato da parte nostra. Riprovate; se si ripete, comunicateci il codice.',
      en: 'Something failed on our side. Try again; if it happens again, tell us the code.',
    },
  },
} as const satisfies Record<string, { status: number; words: Words }>

export type ErrorCode = keyof typeof errorTable

interface Details {
  /** What `publish` or `import` found wrong. */
  problems?: unknown[]
  /** The flow tests that do not pass, sent with `tests`. */
  tests?: unknown[]
  /** What is stored now, sent with `stale`. */
  current?: unknown
  /** Seconds until another try makes sense. */
  retryAfterSeconds?: number
  cause?: unknown
}

/** Something a caller can act on. All else that is thrown is a bug and answers 500. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Details

  constructor(code: ErrorCode, message: string = code, { cause, ...details }: Details = {}) {
    super(message, { cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** What the reader is told about a code, in one of the languages the screens exist in. */
export const errorWords = (code: ErrorCode, language: InterfaceLanguage) => errorTable[code].words[language]
