import { type Flow, nodeDefinition } from '@pregoner/shared'

/** What is known of a flow beside the open one. */
export interface Beside {
  id: string
  name: string
  isPublished: boolean
  /** Whether its drawing differs from what is published. */
  isChanged: boolean
}

/** Ids of the flows a flow calls. */
export const calledBy = (flow: Flow): string[] =>
  flow.nodes.flatMap(({ type, config }) => {
    const definition = nodeDefinition(type)
    const parsed = definition?.config.safeParse(config)
    const references = definition && parsed?.success ? (definition.refers?.(parsed.data) ?? []) : []
    return references.flatMap(({ kind, id }) => (kind === 'flow' && id !== '' ? [id] : []))
  })

/** The called flows that citizens meet otherwise than they are drawn, or do not meet yet. */
export const unpublishedAmong = (called: readonly string[], beside: readonly Beside[]): Beside[] =>
  beside.filter(({ id, isPublished, isChanged }) => called.includes(id) && (!isPublished || isChanged))

/**
 * The flows a simulation runs beside the open one: those that are published, as the tests do and as publishing will
 * have it; in their stead the drawings that are given, of flows nobody has published or that the officer wants to try.
 */
export function flowsBeside(flowId: string, published: readonly Flow[], drawings: readonly Flow[]): Flow[] {
  const known = new Map([...published, ...drawings].filter(({ id }) => id !== flowId).map(one => [one.id, one]))
  return [...known.values()]
}
