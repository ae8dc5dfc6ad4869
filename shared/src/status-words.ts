import type { IncidentStatus } from './incident.ts'
import type { InterfaceLanguage, Language } from './language.ts'

/** How an incident stands in the words of whoever reported it; officers read others. */
const words: { readonly [Status in IncidentStatus]: { readonly [Code in InterfaceLanguage]: string } } = {
  new: { ca: 'Rebut', es: 'Recibido', it: 'Ricevuta', en: 'Received' },
  assigned: { ca: 'Assignat', es: 'Asignado', it: 'Assegnata', en: 'Assigned' },
  in_progress: { ca: 'En curs', es: 'En curso', it: 'In corso', en: 'In progress' },
  planned: { ca: 'Planificat', es: 'Planificado', it: 'Pianificata', en: 'Planned' },
  resolved: { ca: 'Resolt', es: 'Resuelto', it: 'Risolta', en: 'Resolved' },
  closed: {
    ca: 'Tancat sense actuació',
    es: 'Cerrado sin actuación',
    it: 'Chiusa senza intervento',
    en: 'Closed without action',
  },
  duplicate: { ca: 'Ja s’havia comunicat', es: 'Ya se había comunicado', it: 'Già segnalata', en: 'Reported before' },
  referred: { ca: 'Derivat', es: 'Derivado', it: 'Trasmessa ad altri', en: 'Passed on' },
}

/** In the language, else in the other one, else in English. */
export const statusInWords = (status: IncidentStatus, language: Language, fallback: Language = 'en'): string => {
  const inLanguages: { [Code in Language]?: string } = words[status]
  return inLanguages[language] ?? inLanguages[fallback] ?? words[status].en
}
