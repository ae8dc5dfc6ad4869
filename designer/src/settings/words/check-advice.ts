import { defineWords } from '../../i18n/index.ts'

/** What to do about each step of connecting a number that did not go well. */
export const checkAdviceWords = defineWords('settings-check-advice', {
  ca: {
    token:
      'Meta no accepta el testimoni d’accés: no és correcte o ha caducat. Creeu-ne un de permanent per a un usuari del sistema, al gestor comercial de Meta, i poseu-lo a les credencials.',
    permission:
      'El testimoni no té permís per a això. Al gestor comercial de Meta, doneu accés al compte a l’usuari del testimoni, amb whatsapp_business_messaging i whatsapp_business_management.',
    unknown_number:
      'Amb aquest testimoni, Meta no troba cap número amb aquest identificador. O bé no és el «phone number id» (no és el número de telèfon), o bé el testimoni és d’una altra empresa. Copieu-los tots dos de la mateixa aplicació.',
    unknown_account:
      'Amb aquest testimoni, Meta no troba cap compte amb aquest identificador. Copieu el «WhatsApp Business account id» de la mateixa pàgina que l’identificador del número.',
    wrong_secret:
      'El secret de l’aplicació no és de l’aplicació que va crear el testimoni d’accés. Copieu tots dos de la mateixa aplicació de Meta.',
    unverified: 'Meta no ha pogut verificar aquesta adreça: l’ha de poder obrir des de fora, per https.',
    busy: 'Meta ha rebut massa preguntes d’aquest compte. Torneu-ho a comprovar d’aquí a uns minuts.',
    blocked: 'Meta ha bloquejat aquest compte. Mireu els avisos al gestor de WhatsApp.',
    refused: 'Meta ho rebutja (codi {code}). Busqueu el codi a l’ajuda de Meta o pregunteu al vostre proveïdor.',
    unreachable: 'Meta no contesta. Torneu-ho a comprovar d’aquí a una estona; el que heu posat es conserva.',
    missing: 'Falten credencials per poder-ho preguntar.',
    not_done: 'Encara no està subscrit.',
    wrongVerifyToken:
      'Algú ha volgut verificar l’adreça amb un altre testimoni de verificació ({when}). Ha de ser el mateix aquí i a l’aplicació de Meta.',
    wrongSignature:
      'Ha arribat un missatge amb una signatura que no és la d’aquest secret ({when}). Comproveu que el secret és el de l’aplicació de Meta que envia els missatges.',
    otherNumber:
      'Ha arribat un missatge per a un número que no és aquest ({when}). Comproveu l’identificador del número (phone number id).',
    noneApproved:
      'Encara no n’hi ha cap d’aprovada ({all} en total). Sense plantilla, una resposta de més de 24 hores després espera que la persona torni a escriure. Se’n creen al gestor de WhatsApp de Meta.',
    numberFormat: 'Només xifres i lletres, sense espais ni «+»: no és el número de telèfon.',
  },
  es: {
    token:
      'Meta no acepta el token de acceso: no es correcto o ha caducado. Cree uno permanente para un usuario del sistema, en el administrador comercial de Meta, y póngalo en las credenciales.',
    permission:
      'El token no tiene permiso para esto. En el administrador comercial de Meta, dé acceso a la cuenta al usuario del token, con whatsapp_business_messaging y whatsapp_business_management.',
    unknown_number:
      'Con este token, Meta no encuentra ningún número con este identificador. O no es el «phone number id» (no es el número de teléfono), o el token es de otra empresa. Copie los dos de la misma aplicación.',
    unknown_account:
      'Con este token, Meta no encuentra ninguna cuenta con este identificador. Copie el «WhatsApp Business account id» de la misma página que el identificador del número.',
    wrong_secret:
      'El secreto de la aplicación no es de la aplicación que creó el token de acceso. Copie los dos de la misma aplicación de Meta.',
    unverified: 'Meta no ha podido verificar esta dirección: tiene que poder abrirla desde fuera, por https.',
    busy: 'Meta ha recibido demasiadas preguntas de esta cuenta. Vuelva a comprobarlo dentro de unos minutos.',
    blocked: 'Meta ha bloqueado esta cuenta. Mire los avisos en el administrador de WhatsApp.',
    refused: 'Meta lo rechaza (código {code}). Busque el código en la ayuda de Meta o pregunte a su proveedor.',
    unreachable: 'Meta no contesta. Vuelva a comprobarlo dentro de un rato; lo que ha puesto se conserva.',
    missing: 'Faltan credenciales para poder preguntarlo.',
    not_done: 'Todavía no está suscrita.',
    wrongVerifyToken:
      'Alguien quiso verificar la dirección con otro token de verificación ({when}). Tiene que ser el mismo aquí y en la aplicación de Meta.',
    wrongSignature:
      'Llegó un mensaje con una firma que no es la de este secreto ({when}). Compruebe que el secreto es el de la aplicación de Meta que envía los mensajes.',
    otherNumber:
      'Llegó un mensaje para un número que no es este ({when}). Compruebe el identificador del número (phone number id).',
    noneApproved:
      'Todavía no hay ninguna aprobada ({all} en total). Sin plantilla, una respuesta de más de 24 horas después espera a que la persona vuelva a escribir. Se crean en el administrador de WhatsApp de Meta.',
    numberFormat: 'Solo cifras y letras, sin espacios ni «+»: no es el número de teléfono.',
  },
  it: {
    token:
      'Meta non accetta il token di accesso: è sbagliato o scaduto. Createne uno permanente per un utente di sistema, nella gestione aziendale di Meta, e mettetelo nelle credenziali.',
    permission:
      'Il token non ha il permesso per questo. Nella gestione aziendale di Meta, date all’utente del token l’accesso all’account, con whatsapp_business_messaging e whatsapp_business_management.',
    unknown_number:
      'Con questo token Meta non trova nessun numero con questo identificativo. O non è il «phone number id» (non è il numero di telefono), o il token è di un’altra azienda. Copiateli tutti e due dalla stessa applicazione.',
    unknown_account:
      'Con questo token Meta non trova nessun account con questo identificativo. Copiate il «WhatsApp Business account id» dalla stessa pagina dell’identificativo del numero.',
    wrong_secret:
      'Il segreto dell’applicazione non è dell’applicazione che ha creato il token di accesso. Copiateli tutti e due dalla stessa applicazione di Meta.',
    unverified: 'Meta non ha potuto verificare questo indirizzo: deve poterlo aprire dall’esterno, in https.',
    busy: 'Meta ha ricevuto troppe domande da questo account. Controllate di nuovo tra qualche minuto.',
    blocked: 'Meta ha bloccato questo account. Guardate gli avvisi nella gestione WhatsApp.',
    refused: 'Meta lo rifiuta (codice {code}). Cercate il codice nella guida di Meta o chiedete al vostro fornitore.',
    unreachable: 'Meta non risponde. Controllate di nuovo tra un po’; quello che avete inserito è conservato.',
    missing: 'Mancano credenziali per poterlo chiedere.',
    not_done: 'Non è ancora iscritto.',
    wrongVerifyToken:
      'Qualcuno ha cercato di verificare l’indirizzo con un altro token di verifica ({when}). Dev’essere lo stesso qui e nell’applicazione di Meta.',
    wrongSignature:
      'È arrivato un messaggio con una firma che non è quella di questo segreto ({when}). Controllate che il segreto sia quello dell’applicazione di Meta che invia i messaggi.',
    otherNumber:
      'È arrivato un messaggio per un numero che non è questo ({when}). Controllate l’identificativo del numero (phone number id).',
    noneApproved:
      'Non ce n’è ancora nessuno approvato ({all} in tutto). Senza modello, una risposta oltre le 24 ore aspetta che la persona scriva di nuovo. Si creano nella gestione WhatsApp di Meta.',
    numberFormat: 'Solo cifre e lettere, senza spazi né «+»: non è il numero di telefono.',
  },
  en: {
    token:
      'Meta does not accept the access token: it is wrong or has expired. Make a permanent one for a system user in Meta’s business manager, and enter it under credentials.',
    permission:
      'The token may not do this. In Meta’s business manager, give the token’s user access to the account, with whatsapp_business_messaging and whatsapp_business_management.',
    unknown_number:
      'With this token Meta finds no number with this id. Either it is not the “phone number id” (it is not the telephone number), or the token is another business’s. Copy both from the same app.',
    unknown_account:
      'With this token Meta finds no account with this id. Copy the “WhatsApp Business account id” from the same page as the number’s id.',
    wrong_secret: 'The app secret is not of the app that made the access token. Copy both from the same app at Meta.',
    unverified: 'Meta could not verify this address: it must be able to open it from outside, over https.',
    busy: 'Meta has had too many questions from this account. Check again in a few minutes.',
    blocked: 'Meta has blocked this account. See the notices in the WhatsApp manager.',
    refused: 'Meta refuses it (code {code}). Look the code up in Meta’s help, or ask your provider.',
    unreachable: 'Meta does not answer. Check again in a while; what you entered is kept.',
    missing: 'Credentials are missing to ask for it.',
    not_done: 'It is not subscribed yet.',
    wrongVerifyToken:
      'Somebody tried to verify the address with another verify token ({when}). It must be the same here and in the Meta app.',
    wrongSignature:
      'A message arrived with a signature that is not made with this secret ({when}). Check that it is the secret of the Meta app that sends the messages.',
    otherNumber:
      'A message arrived for a number that is not this one ({when}). Check the id of the number (phone number id).',
    noneApproved:
      'None is approved yet ({all} in all). Without a template, an answer after 24 hours waits until the person writes again. They are made in Meta’s WhatsApp manager.',
    numberFormat: 'Only figures and letters, no spaces and no “+”: it is not the telephone number.',
  },
})
