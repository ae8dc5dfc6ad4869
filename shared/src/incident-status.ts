import type { IncidentStatus } from './incident.ts'

const working: readonly IncidentStatus[] = ['assigned', 'in_progress', 'planned']
const ended: readonly IncidentStatus[] = ['resolved', 'closed', 'duplicate', 'referred']

/** Where an incident may go from each status. What has ended can be taken up again; nothing becomes new again. */
export const transitions: { readonly [Status in IncidentStatus]: readonly IncidentStatus[] } = {
  new: [...working, ...ended],
  assigned: ['in_progress', 'planned', ...ended],
  in_progress: ['assigned', 'planned', ...ended],
  planned: ['assigned', 'in_progress', ...ended],
  resolved: ['assigned', 'in_progress'],
  closed: ['assigned', 'in_progress'],
  duplicate: ['assigned', 'in_progress'],
  referred: ['assigned', 'in_progress'],
}

export const canBecome = (from: IncidentStatus, to: IncidentStatus): boolean => transitions[from].includes(to)

/** Whether nobody works on it any more, so that a dialogue about it is over. */
export const hasEnded = (status: IncidentStatus): boolean => ended.includes(status)
