const MAX_EVENTS_PER_SECOND = 20

/** Whether one more event of this socket is within what a screen may send. */
export function createEventLimit(now: () => number = Date.now) {
  let second = 0
  let count = 0
  return (): boolean => {
    const current = Math.floor(now() / 1_000)
    count = current === second ? count + 1 : 1
    second = current
    return count <= MAX_EVENTS_PER_SECOND
  }
}
