import { id } from '@pregoner/shared'

/** A step that runs another flow, and the flow it stands in: where somebody came from. */
export interface Crumb {
  flow: string
  node: string
}

const MAX_CRUMBS = 8 // deeper than any town nests its flows; what lies further back is let go

/** Reads a trail like `town-menu:step-1,mailbox:step-7` from an address; what makes no sense is no trail. */
export const parseTrail = (text: string | null): Crumb[] => {
  const crumbs = (text ?? '').split(',').filter(Boolean)
  const trail = crumbs.flatMap((crumb): Crumb[] => {
    const [flow, node, ...rest] = crumb.split(':')
    const isWhole = rest.length === 0 && id.safeParse(flow).success && id.safeParse(node).success
    return isWhole && flow && node ? [{ flow, node }] : []
  })
  return trail.length === crumbs.length ? trail.slice(-MAX_CRUMBS) : []
}

interface Place {
  townKey: string
  flow: string
  /** The step to go to. */
  step?: string
  trail?: readonly Crumb[]
}

/** The address of a flow, at one of its steps, with the way one came. */
export const flowAddress = ({ townKey, flow, step, trail = [] }: Place): string => {
  const via = trail.slice(-MAX_CRUMBS).map(crumb => `${crumb.flow}:${crumb.node}`)
  const search = [...(via.length > 0 ? [`via=${via.join(',')}`] : []), ...(step ? [`step=${step}`] : [])]
  return `/t/${townKey}/flows/${flow}${search.length > 0 ? `?${search.join('&')}` : ''}`
}
