const FIRST_PLACES = 1 << 12
const FULL = 0.5

/** Remembers phone numbers, eight to sixteen bytes each: a million of them in the memory of one picture. */
export function createNumberSet() {
  let places = new Float64Array(FIRST_PLACES) // fifteen digits at most (ITU-T E.164), which a double holds exactly
  let count = 0

  function place(number: number): number {
    let at = (Math.imul(number % 4_294_967_291, 2_654_435_761) >>> 0) & (places.length - 1) // Knuth's multiplicative hash
    while (places[at] !== 0 && places[at] !== number) at = (at + 1) & (places.length - 1)
    return at
  }

  function grow(): void {
    const before = places
    places = new Float64Array(before.length * 2)
    for (const number of before) if (number !== 0) places[place(number)] = number
  }

  return {
    /** Adds a number in E.164; false when it was there. */
    add(address: string): boolean {
      const number = Number(address.replace('+', ''))
      const at = place(number)
      if (places[at] === number) return false
      places[at] = number
      count += 1
      if (count > places.length * FULL) grow()
      return true
    },
  }
}
