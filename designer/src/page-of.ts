/** A page of a town, by its address. */
export interface TownPage {
  town: string
  section: string
  /** What is open in the section; empty when nothing is. */
  id: string
  /** Whether it is a page below that: a flow's script, a part of the settings. */
  isBelow: boolean
}

/** The page of a town at an address; null for every other page. */
export function pageOf(pathname: string): TownPage | null {
  const [, place, town, section = '', id = '', ...further] = pathname.split('/')
  return place === 't' && town ? { town, section, id, isBelow: further.length > 0 } : null
}

/** The flow that is open for drawing; null when none is. */
export const drawnFlow = ({ section, id, isBelow }: TownPage): string | null =>
  section === 'flows' && id && !isBelow ? id : null
