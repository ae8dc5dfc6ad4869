const STORED_AS = 'pregoner.town'

export function readLastTown(): string | null {
  try {
    return localStorage.getItem(STORED_AS)
  } catch {
    return null // a browser that forbids storage starts at the first town
  }
}

export function keepLastTown(townKey: string): void {
  try {
    localStorage.setItem(STORED_AS, townKey)
  } catch {
    // remembered for this visit only
  }
}
