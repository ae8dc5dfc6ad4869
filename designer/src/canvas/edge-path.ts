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

/** How an edge runs: straight on when its target lies to the right, around the bottom of both nodes when it leads back. */
export const edgePath = (ends: Ends, laneY: number): EdgePath =>
  ends.targetX >= ends.sourceX + CORNER ? forward(ends) : around(ends, laneY)
