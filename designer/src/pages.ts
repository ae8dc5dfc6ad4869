import { lazyPart } from './frame/lazy-part.ts'

export const TownFrame = lazyPart(() => import('./frame/town-frame.tsx'))
export const FlowsPage = lazyPart(() => import('./flows/flows-page.tsx'))
export const FlowPage = lazyPart(() => import('./flows/flow-page.tsx'))
export const IncidentsPage = lazyPart(() => import('./incidents/incidents-page.tsx'))

/** The parts of the program that a page of a town shows first. */
export function partsOf(section: string | undefined, id: string | undefined): { fetch(): Promise<unknown> }[] {
  if (section === 'flows') return [TownFrame, id ? FlowPage : FlowsPage]
  return section === 'incidents' ? [TownFrame, IncidentsPage] : [TownFrame]
}
