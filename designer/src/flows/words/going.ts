import { defineWords } from '../../i18n/index.ts'

/** Going from one flow to another and back. */
export const goingWords = defineWords('going', {
  ca: {
    trail: 'D’on veniu',
    allFlows: 'Tots els fluxos',
    backTo: 'Torna a «{name}», al pas d’on veniu',
    further: 'Més enrere',
    openFlow: 'Obre el flux «{name}»',
  },
  es: {
    trail: 'De dónde viene',
    allFlows: 'Todos los flujos',
    backTo: 'Volver a «{name}», al paso de donde viene',
    further: 'Más atrás',
    openFlow: 'Abrir el flujo «{name}»',
  },
  it: {
    trail: 'Da dove venite',
    allFlows: 'Tutti i flussi',
    backTo: 'Torna a «{name}», al passo da cui venite',
    further: 'Più indietro',
    openFlow: 'Apri il flusso «{name}»',
  },
  en: {
    trail: 'Where you came from',
    allFlows: 'All flows',
    backTo: 'Back to “{name}”, to the step you came from',
    further: 'Further back',
    openFlow: 'Open the flow “{name}”',
  },
})
