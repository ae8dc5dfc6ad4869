/** Light modules around a code (ISO/IEC 18004 asks for four). */
export const QUIET = 4

/** The dark modules of a code as one SVG path, a unit each. */
export function pathOf({ size, data }: { size: number; data: ArrayLike<number | boolean> }): string {
  const parts: string[] = []
  for (let index = 0; index < data.length; index += 1) {
    if (data[index]) parts.push(`M${(index % size) + QUIET} ${Math.floor(index / size) + QUIET}h1v1h-1z`)
  }
  return parts.join('')
}
