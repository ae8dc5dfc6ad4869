import type { InterfaceLanguage } from '@pregoner/shared'

const ca = {
  joinSubject: '{town}: us conviden a treballar-hi amb Pregoner',
  join: '{by} us convida a treballar amb el canal de {town} a Pregoner.',
  joinDo: 'Obriu aquest enllaç i trieu la vostra contrasenya:',
  joinButton: 'Accepta la invitació',
  passwordSubject: '{town}: trieu una contrasenya nova',
  password: '{by} us ha fet un enllaç per triar una contrasenya nova a Pregoner, el canal de {town}.',
  passwordDo: 'Obriu-lo i trieu-la:',
  passwordButton: 'Tria la contrasenya',
  until: 'Serveix una sola vegada, fins al {until}.',
  unasked: 'Si no l’esperàveu, no cal que feu res. No el reenvieu a ningú: qui el té pot entrar en lloc vostre.',
}
export type LinkWord = keyof typeof ca

/** What the e-mail with a link says. */
export const linkWords: { [Language in InterfaceLanguage]: { [Word in LinkWord]: string } } = {
  ca,
  es: {
    joinSubject: '{town}: le invitan a trabajar con Pregoner',
    join: '{by} le invita a trabajar con el canal de {town} en Pregoner.',
    joinDo: 'Abra este enlace y elija su contraseña:',
    joinButton: 'Aceptar la invitación',
    passwordSubject: '{town}: elija una contraseña nueva',
    password: '{by} ha creado un enlace para que elija una contraseña nueva en Pregoner, el canal de {town}.',
    passwordDo: 'Ábralo y elíjala:',
    passwordButton: 'Elegir la contraseña',
    until: 'Sirve una sola vez, hasta el {until}.',
    unasked:
      'Si no lo esperaba, no tiene que hacer nada. No lo reenvíe a nadie: quien lo tenga puede entrar en su lugar.',
  },
  it: {
    joinSubject: '{town}: vi invitano a lavorare con Pregoner',
    join: '{by} vi invita a lavorare con il canale di {town} su Pregoner.',
    joinDo: 'Aprite questo link e scegliete la vostra password:',
    joinButton: 'Accetta l’invito',
    passwordSubject: '{town}: scegliete una nuova password',
    password: '{by} ha creato un link con cui scegliere una nuova password su Pregoner, il canale di {town}.',
    passwordDo: 'Apritelo e sceglietela:',
    passwordButton: 'Scegli la password',
    until: 'Serve una volta sola, fino al {until}.',
    unasked:
      'Se non lo aspettavate, non dovete fare nulla. Non inoltratelo a nessuno: chi ce l’ha può entrare al posto vostro.',
  },
  en: {
    joinSubject: '{town}: you are invited to work with Pregoner',
    join: '{by} invites you to work on the channel of {town} in Pregoner.',
    joinDo: 'Open this link and choose your password:',
    joinButton: 'Accept the invitation',
    passwordSubject: '{town}: choose a new password',
    password: '{by} has made a link with which you choose a new password in Pregoner, the channel of {town}.',
    passwordDo: 'Open it and choose one:',
    passwordButton: 'Choose the password',
    until: 'It works once, until {until}.',
    unasked: 'If you did not expect it, there is nothing to do. Do not forward it: whoever has it can come in as you.',
  },
}
