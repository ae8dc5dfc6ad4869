/** What GeoReport v2 answers an error with: its HTTP status, which is its code too, and why, in English. */
export class Open311Error extends Error {
  readonly code: number

  constructor(code: 400 | 403 | 404 | 429 | 500, description: string) {
    super(description)
    this.code = code
  }
}
