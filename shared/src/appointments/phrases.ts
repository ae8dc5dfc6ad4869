import type { InterfaceLanguage } from '../language.ts'

/** What is said around appointments. Labels of buttons have at most 20 characters. */
export const appointmentPhrases = {
  appointment_day: {
    ca: 'Quin dia et va bé per a *{service}*?',
    es: '¿Qué día te va bien para *{service}*?',
    it: 'Che giorno va bene per *{service}*?',
    en: 'Which day suits you for *{service}*?',
  },
  appointment_hour: {
    ca: 'A quina hora, {day}?',
    es: '¿A qué hora, {day}?',
    it: 'A che ora, {day}?',
    en: 'At what time, {day}?',
  },
  appointment_more: { ca: 'Més opcions', es: 'Más opciones', it: 'Altre opzioni', en: 'More' },
  appointment_first: { ca: 'Des del principi', es: 'Desde el principio', it: 'Dall’inizio', en: 'From the beginning' },
  appointment_other_day: { ca: 'Un altre dia', es: 'Otro día', it: 'Un altro giorno', en: 'Another day' },
  appointment_leave: { ca: 'Ara no', es: 'Ahora no', it: 'Non ora', en: 'Not now' },
  appointment_taken: {
    ca: 'Aquesta hora ja no és lliure: algú l’acaba de reservar. Tria’n una altra, si us plau.',
    es: 'Esa hora ya no está libre: alguien acaba de reservarla. Elige otra, por favor.',
    it: 'Quest’ora non è più libera: qualcuno l’ha appena prenotata. Scegline un’altra, per favore.',
    en: 'That time is no longer free: somebody has just taken it. Please choose another one.',
  },
  appointment_day_full: {
    ca: 'Aquell dia no queda cap hora lliure.',
    es: 'Ese día no queda ninguna hora libre.',
    it: 'Quel giorno non ci sono più ore libere.',
    en: 'Nothing is free on that day.',
  },
  appointment_booked: {
    ca: 'Cita confirmada: *{service}*, {when}.\nReferència: *{reference}*.',
    es: 'Cita confirmada: *{service}*, {when}.\nReferencia: *{reference}*.',
    it: 'Appuntamento confermato: *{service}*, {when}.\nRiferimento: *{reference}*.',
    en: 'Appointment confirmed: *{service}*, {when}.\nReference: *{reference}*.',
  },
  appointment_place: { ca: 'On: {place}', es: 'Dónde: {place}', it: 'Dove: {place}', en: 'Where: {place}' },
  appointment_most: {
    ca: 'Ja tens una cita per a *{service}*: {when}. Per demanar-ne una altra, primer canvia-la o anul·la-la.',
    es: 'Ya tienes una cita para *{service}*: {when}. Para pedir otra, primero cámbiala o anúlala.',
    it: 'Hai già un appuntamento per *{service}*: {when}. Per chiederne un altro, prima spostalo o annullalo.',
    en: 'You already have an appointment for *{service}*: {when}. To make another, move or cancel that one first.',
  },
  appointment_none: {
    ca: 'No tens cap cita pendent.',
    es: 'No tienes ninguna cita pendiente.',
    it: 'Non hai appuntamenti in programma.',
    en: 'You have no appointments ahead.',
  },
  appointment_which: {
    ca: 'Aquestes són les teves cites. Quina vols canviar o anul·lar?',
    es: 'Estas son tus citas. ¿Cuál quieres cambiar o anular?',
    it: 'Questi sono i tuoi appuntamenti. Quale vuoi spostare o annullare?',
    en: 'These are your appointments. Which one do you want to move or cancel?',
  },
  appointment_action: {
    ca: 'La teva cita: *{service}*, {when}. Referència: *{reference}*. Què vols fer?',
    es: 'Tu cita: *{service}*, {when}. Referencia: *{reference}*. ¿Qué quieres hacer?',
    it: 'Il tuo appuntamento: *{service}*, {when}. Riferimento: *{reference}*. Che cosa vuoi fare?',
    en: 'Your appointment: *{service}*, {when}. Reference: *{reference}*. What do you want to do?',
  },
  appointment_move: { ca: 'Canviar l’hora', es: 'Cambiar la hora', it: 'Spostarlo', en: 'Move it' },
  appointment_cancel: { ca: 'Anul·lar-la', es: 'Anularla', it: 'Annullarlo', en: 'Cancel it' },
  appointment_keep: {
    ca: 'Deixar-la com està',
    es: 'Dejarla como está',
    it: 'Lasciarlo così',
    en: 'Leave it as it is',
  },
  appointment_moved: {
    ca: 'Fet: ara la cita *{reference}* és {when} (*{service}*).',
    es: 'Hecho: ahora la cita *{reference}* es {when} (*{service}*).',
    it: 'Fatto: ora l’appuntamento *{reference}* è {when} (*{service}*).',
    en: 'Done: appointment *{reference}* is now {when} (*{service}*).',
  },
  appointment_cancelled: {
    ca: 'Fet: hem anul·lat la cita *{reference}* ({service}, {when}).',
    es: 'Hecho: hemos anulado la cita *{reference}* ({service}, {when}).',
    it: 'Fatto: abbiamo annullato l’appuntamento *{reference}* ({service}, {when}).',
    en: 'Done: appointment *{reference}* is cancelled ({service}, {when}).',
  },
  appointment_gone: {
    ca: 'Aquesta cita ja no es pot canviar per aquí.',
    es: 'Esta cita ya no se puede cambiar por aquí.',
    it: 'Questo appuntamento non si può più modificare da qui.',
    en: 'This appointment can no longer be changed here.',
  },
  appointment_reminder: {
    ca: 'Et recordem la teva cita: *{service}*, {when}. Referència: *{reference}*. Si no pots venir, digues-nos-ho per aquí.',
    es: 'Te recordamos tu cita: *{service}*, {when}. Referencia: *{reference}*. Si no puedes venir, dínoslo por aquí.',
    it: 'Ti ricordiamo il tuo appuntamento: *{service}*, {when}. Riferimento: *{reference}*. Se non puoi venire, scrivicelo qui.',
    en: 'A reminder of your appointment: *{service}*, {when}. Reference: *{reference}*. If you cannot come, tell us here.',
  },
  appointment_called_off: {
    ca: 'Hem hagut d’anul·lar la teva cita *{reference}* ({service}, {when}).',
    es: 'Hemos tenido que anular tu cita *{reference}* ({service}, {when}).',
    it: 'Abbiamo dovuto annullare il tuo appuntamento *{reference}* ({service}, {when}).',
    en: 'We have had to cancel your appointment *{reference}* ({service}, {when}).',
  },
} satisfies Record<string, Record<InterfaceLanguage, string>>
