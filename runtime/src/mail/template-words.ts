import type { InterfaceLanguage } from '@pregoner/shared'

const ca = {
  subject: '{town}: WhatsApp no deixa enviar una plantilla',
  lead: 'WhatsApp ha canviat l’estat d’aquestes plantilles de {town}. Mentre estiguin així no es poden enviar.',
  REJECTED: 'rebutjada',
  PAUSED: 'aturada per la qualitat',
  DISABLED: 'desactivada',
  reason: 'motiu: {reason}',
  used: 'És la que demana a la gent que escrigui quan fa més de 24 hores de l’últim missatge. Fins que n’hi hagi una altra, les respostes esperen.',
  todo: 'Corregiu-les al gestor de WhatsApp de Meta, o trieu-ne una altra a Configuració.',
  button: 'Obre les plantilles',
  why: 'Rebeu aquest correu perquè administreu {town}.',
}
export type TemplateWord = keyof typeof ca

/** What administrators are told when a template cannot be sent any more. */
export const templateWords: { [Language in InterfaceLanguage]: { [Word in TemplateWord]: string } } = {
  ca,
  es: {
    subject: '{town}: WhatsApp no deja enviar una plantilla',
    lead: 'WhatsApp ha cambiado el estado de estas plantillas de {town}. Mientras estén así no se pueden enviar.',
    REJECTED: 'rechazada',
    PAUSED: 'parada por la calidad',
    DISABLED: 'desactivada',
    reason: 'motivo: {reason}',
    used: 'Es la que pide a la gente que escriba cuando hace más de 24 horas del último mensaje. Hasta que haya otra, las respuestas esperan.',
    todo: 'Corríjalas en el administrador de WhatsApp de Meta, o elija otra en Configuración.',
    button: 'Abrir las plantillas',
    why: 'Recibe este correo porque administra {town}.',
  },
  it: {
    subject: '{town}: WhatsApp non lascia inviare un modello',
    lead: 'WhatsApp ha cambiato lo stato di questi modelli di {town}. Finché restano così non si possono inviare.',
    REJECTED: 'rifiutato',
    PAUSED: 'fermo per la qualità',
    DISABLED: 'disattivato',
    reason: 'motivo: {reason}',
    used: 'È quello che chiede alle persone di scrivere quando sono passate più di 24 ore dall’ultimo messaggio. Finché non ce n’è un altro, le risposte aspettano.',
    todo: 'Correggeteli nella gestione WhatsApp di Meta, o sceglietene un altro in Impostazioni.',
    button: 'Apri i modelli',
    why: 'Ricevete questo messaggio perché amministrate {town}.',
  },
  en: {
    subject: '{town}: WhatsApp does not let a template be sent',
    lead: 'WhatsApp has changed the state of these templates of {town}. As long as they are so, they cannot be sent.',
    REJECTED: 'rejected',
    PAUSED: 'paused for quality',
    DISABLED: 'disabled',
    reason: 'reason: {reason}',
    used: 'It is the one that asks people to write once 24 hours have passed since their last message. Until there is another one, answers wait.',
    todo: 'Mend them in Meta’s WhatsApp manager, or choose another one in Settings.',
    button: 'Open the templates',
    why: 'You get this e-mail because you administer {town}.',
  },
}
