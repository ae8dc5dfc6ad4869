import type { IncidentStatus } from '@pregoner/shared'

const working: IncidentStatus[] = ['assigned', 'in_progress', 'planned']
const ended: IncidentStatus[] = ['resolved', 'closed', 'duplicate', 'referred']

/** What an incident may become. What has ended can be taken up again; nothing becomes new again. */
export const nextStatuses = (status: IncidentStatus): IncidentStatus[] =>
  ended.includes(status) ? ['assigned', 'in_progress'] : [...working, ...ended].filter(next => next !== status)
