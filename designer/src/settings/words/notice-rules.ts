import { defineWords } from '../../i18n/index.ts'

/** Words of what a town keeps to when it sends notices. */
export const noticeRulesWords = defineWords('notice_rules', {
  ca: {
    title: 'Avisos',
    lead: 'El que l’ajuntament es compromet a complir quan envia avisos.',
    calendar: 'Hores en què surten',
    calendarHelp: 'Fora d’aquest horari un avís espera. Les emergències no esperen.',
    anyTime: 'A qualsevol hora',
    save: 'Desa-ho',
    saved: 'Desat.',
  },
  es: {
    title: 'Avisos',
    lead: 'Lo que el ayuntamiento se compromete a cumplir cuando envía avisos.',
    calendar: 'Horas en que salen',
    calendarHelp: 'Fuera de este horario un aviso espera. Las emergencias no esperan.',
    anyTime: 'A cualquier hora',
    save: 'Guardar',
    saved: 'Guardado.',
  },
  it: {
    title: 'Avvisi',
    lead: 'Ciò che il Comune si impegna a rispettare quando invia avvisi.',
    calendar: 'Orari in cui partono',
    calendarHelp: 'Fuori da questo orario un avviso aspetta. Le emergenze non aspettano.',
    anyTime: 'A qualsiasi ora',
    save: 'Salva',
    saved: 'Salvato.',
  },
  en: {
    title: 'Notices',
    lead: 'What the town hall keeps to when it sends notices.',
    calendar: 'Hours in which they go out',
    calendarHelp: 'Outside these hours a notice waits. Emergencies do not wait.',
    anyTime: 'At any time',
    save: 'Save',
    saved: 'Saved.',
  },
})
