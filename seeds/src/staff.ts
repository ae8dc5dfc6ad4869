import type { Department } from '@pregoner/shared'
import type { DemoChannel, DemoPerson } from './demo-town.ts'

/** An administrator, an officer and one agent for each department; `names` of the agents by department id. */
export const staffOf = (
  administrator: string,
  officer: string,
  departments: readonly Department[],
  names: Record<string, string>,
): DemoPerson[] => [
  { key: 'admin', name: administrator, role: 'administrator', departments: [] },
  { key: 'officer', name: officer, role: 'officer', departments: [] },
  ...departments.map(({ id }): DemoPerson => ({ key: id, name: names[id] ?? id, role: 'agent', departments: [id] })),
]

/** One WhatsApp channel and one web chat. */
export const channelsOf = (townKey: string, displayNumber: string): DemoChannel[] => [
  { key: townKey, kind: 'whatsapp', displayNumber },
  { key: `${townKey}-web`, kind: 'webchat', displayNumber: null },
]
