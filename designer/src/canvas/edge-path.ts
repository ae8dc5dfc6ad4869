interface Ends {
  sourceX: number
  sourceY: number
  targetX: number
  targetY: number
}

/** The drawn line, and the point in the middle of it. */
export interface EdgePath {
  path: string
  middleX: number
  middleY: number
  /** Leads back to something further left. */
  isBack: boolean
}

const OUT = 32 // how far a line goes on from a node before it turns
const CORNER = 14

/** A soft curve to the right. */
const forward = ({ sourceX, sourceY, targetX, targetY }: Ends): EdgePath => {
  const pull = Math.min(180, Math.max(40, (targetX - sourceX) / 2))
  return {
    path: `M${sourceX},${sourceY} C${sourceX + pull},${sourceY} ${targetX - pull},${targetY} ${targetX},${targetY}`,
    middleX: (sourceX + targetX) / 2,
    middleY: (sourceY + targetY) / 2,
    isBack: false,
  }
}

/** Leaves to the right, runs along the lane `laneY` around what lies between, and comes in from the left. */
const around = ({ sourceX, sourceY, targetX, targetY }: Ends, laneY: number): EdgePath => {
  const right = sourceX + OUT
  const left = targetX - OUT
  const downOut = laneY > sourceY ? 1 : -1
  const downIn = laneY > targetY ? 1 : -1
  const outCorner = Math.min(CORNER, Math.abs(laneY - sourceY) / 2)
  const inCorner = Math.min(CORNER, Math.abs(laneY - targetY) / 2)
  return {
    path: [
      `M${sourceX},${sourceY}`,
      `H${right - outCorner}`,
      `Q${right},${sourceY} ${right},${sourceY + downOut * outCorner}`,
      `V${laneY - downOut * outCorner}`,
      `Q${right},${laneY} ${right - outCorner},${laneY}`,
      `H${left + inCorner}`,
      `Q${left},${laneY} ${left},${laneY - downIn * inCorner}`,
      `V${targetY + downIn * inCorner}`,
      `Q${left},${targetY} ${left + inCorner},${targetY}`,
      `H${targetX}`,
    ].join(' '),
    middleX: (left + right) / 2,
    middleY: laneY,
    isBack: true,
  }
}

/** What must be known to come in from above: the middle of the target's upper side, and where the source ends. */
export interface Above {
  x: number
  y: number
  sourceBottom: number
}

/** Leaves to the right and comes in from above; when the target lies further left, past the foot of the source first. */
const downwards = ({ sourceX, sourceY }: Ends, { x, y, sourceBottom }: Above): EdgePath => {
  const right = sourceX + OUT
  if (x > right) {
    const pull = Math.min(140, Math.max(40, (y - sourceY) / 2))
    return {
      path: `M${sourceX},${sourceY} C${sourceX + pull},${sourceY} ${x},${y - pull} ${x},${y}`,
      middleX: (sourceX + x) / 2,
      middleY: (sourceY + y) / 2,
      isBack: false,
    }
  }
  const foot = Math.max(sourceBottom, sourceY + CORNER)
  const pull = Math.max(CORNER, (y - foot) / 2)
  return {
    path: `M${sourceX},${sourceY} Q${right},${sourceY} ${right},${sourceY + CORNER} V${foot} C${right},${foot + pull} ${x},${y - pull} ${x},${y}`,
    middleX: (right + x) / 2,
    middleY: (foot + y) / 2,
    isBack: false,
  }
}

/** Whether there is room enough to come in from above: below the source, or below its exit and further right. */
export const comesFromAbove = ({ sourceX, sourceY }: Pick<Ends, 'sourceX' | 'sourceY'>, above: Above): boolean =>
  above.y >= above.sourceBottom + OUT / 2 || (above.y >= sourceY + OUT && above.x > sourceX + OUT)

/** Whether the target lies to the right, so that nothing has to be gone around. */
export const leadsForward = ({ sourceX, targetX }: Pick<Ends, 'sourceX' | 'targetX'>): boolean =>
  targetX >= sourceX + CORNER

/**
 * How an edge runs: straight on when its target lies to the right, around the bottom of both nodes when it leads back.
 * Where a drawing is read downwards, `above` is given, and what lies below is entered from there.
 */
export const edgePath = (ends: Ends, laneY: number, above: Above | null = null): EdgePath => {
  if (above && comesFromAbove(ends, above)) return downwards(ends, above)
  return leadsForward(ends) ? forward(ends) : around(ends, laneY)
}
