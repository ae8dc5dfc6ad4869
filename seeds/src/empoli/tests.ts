import type { DemoTest } from '../demo-town.ts'

/** Conversations that must always go as they went when the drawings of Empoli were made. */
export const tests: DemoTest[] = [
  {
    id: 'iscrizione',
    flowId: 'iscrizione',
    name: 'iscriversi, e uscire quando si vuole',
    says: ['ATTIVA ISCRIZIONE', 'attiva iscrizione', 'Disattiva iscrizione'],
  },
  {
    id: 'dal_menu',
    flowId: 'whatsempoli',
    name: 'l’iscrizione dal menu',
    says: ['ciao', 'la mia iscrizione', 'no grazie', 'menu'],
  },
  {
    id: 'lampione',
    flowId: 'whatsempoli',
    name: 'segnalazione → un lampione, senza foto',
    says: ['ciao', 'segnalazione', 'Accetto', 'Un lampione spento', 'Via del Giglio, 30', 'no'],
  },
  {
    id: 'non_accetta',
    flowId: 'whatsempoli',
    name: 'chi non accetta non lascia niente scritto',
    says: ['ciao', 'segnalazione', 'non accetto'],
  },
  {
    id: 'non_si_capisce',
    flowId: 'whatsempoli',
    name: 'una risposta che non si capisce',
    says: ['ciao', 'quarantadue', 'mare', '0'],
  },
]
