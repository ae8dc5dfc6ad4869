import type { IncidentStatus, IncidentSummary, InterfaceLanguage } from '@pregoner/shared'

export const columns = [
  'reference',
  'summary',
  'status',
  'category',
  'department',
  'assignee',
  'priority',
  'opened',
  'changed',
  'answered',
  'address',
  'latitude',
  'longitude',
  'channel',
] as const
export type Column = (typeof columns)[number]

interface ExportWords {
  column: { readonly [Name in Column]: string }
  status: { readonly [Status in IncidentStatus]: string }
  priority: { readonly [Priority in IncidentSummary['priority']]: string }
  channel: { readonly [Channel in IncidentSummary['channel']]: string }
  file: string
}

const channel = { whatsapp: 'WhatsApp', open311: 'Open311' }

/** What an exported list says, in the languages of the screens. */
export const exportWords: { readonly [Language in InterfaceLanguage]: ExportWords } = {
  ca: {
    column: {
      reference: 'Referència',
      summary: 'Resum',
      status: 'Estat',
      category: 'Categoria',
      department: 'Departament',
      assignee: 'Qui ho porta',
      priority: 'Prioritat',
      opened: 'Oberta',
      changed: 'Últim canvi',
      answered: 'Primera resposta',
      address: 'Adreça',
      latitude: 'Latitud',
      longitude: 'Longitud',
      channel: 'Canal',
    },
    status: {
      new: 'Nova',
      assigned: 'Assignada',
      in_progress: 'En curs',
      planned: 'Planificada',
      resolved: 'Resolta',
      closed: 'Tancada sense actuació',
      duplicate: 'Duplicada',
      referred: 'Derivada',
    },
    priority: { low: 'Baixa', normal: 'Normal', high: 'Alta', urgent: 'Urgent' },
    channel: { ...channel, webchat: 'Xat web' },
    file: 'incidencies',
  },
  es: {
    column: {
      reference: 'Referencia',
      summary: 'Resumen',
      status: 'Estado',
      category: 'Categoría',
      department: 'Departamento',
      assignee: 'Quién la lleva',
      priority: 'Prioridad',
      opened: 'Abierta',
      changed: 'Último cambio',
      answered: 'Primera respuesta',
      address: 'Dirección',
      latitude: 'Latitud',
      longitude: 'Longitud',
      channel: 'Canal',
    },
    status: {
      new: 'Nueva',
      assigned: 'Asignada',
      in_progress: 'En curso',
      planned: 'Planificada',
      resolved: 'Resuelta',
      closed: 'Cerrada sin actuación',
      duplicate: 'Duplicada',
      referred: 'Derivada',
    },
    priority: { low: 'Baja', normal: 'Normal', high: 'Alta', urgent: 'Urgente' },
    channel: { ...channel, webchat: 'Chat web' },
    file: 'incidencias',
  },
  it: {
    column: {
      reference: 'Riferimento',
      summary: 'Sintesi',
      status: 'Stato',
      category: 'Categoria',
      department: 'Ufficio',
      assignee: 'In carico a',
      priority: 'Priorità',
      opened: 'Aperta',
      changed: 'Ultima modifica',
      answered: 'Prima risposta',
      address: 'Indirizzo',
      latitude: 'Latitudine',
      longitude: 'Longitudine',
      channel: 'Canale',
    },
    status: {
      new: 'Nuova',
      assigned: 'Assegnata',
      in_progress: 'In corso',
      planned: 'Pianificata',
      resolved: 'Risolta',
      closed: 'Chiusa senza intervento',
      duplicate: 'Duplicata',
      referred: 'Trasmessa',
    },
    priority: { low: 'Bassa', normal: 'Normale', high: 'Alta', urgent: 'Urgente' },
    channel: { ...channel, webchat: 'Chat web' },
    file: 'segnalazioni',
  },
  en: {
    column: {
      reference: 'Reference',
      summary: 'Summary',
      status: 'Status',
      category: 'Category',
      department: 'Department',
      assignee: 'Assignee',
      priority: 'Priority',
      opened: 'Opened',
      changed: 'Last change',
      answered: 'First answer',
      address: 'Address',
      latitude: 'Latitude',
      longitude: 'Longitude',
      channel: 'Channel',
    },
    status: {
      new: 'New',
      assigned: 'Assigned',
      in_progress: 'In progress',
      planned: 'Planned',
      resolved: 'Resolved',
      closed: 'Closed without action',
      duplicate: 'Duplicate',
      referred: 'Referred',
    },
    priority: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
    channel: { ...channel, webchat: 'Web chat' },
    file: 'incidents',
  },
}
