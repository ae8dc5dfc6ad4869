export const DUPLICATE_KEY = 11_000 // MongoDB error code of a broken unique index

/** Whether a write was refused because its key is taken. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY
