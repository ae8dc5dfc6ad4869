import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id (the library's default), 19 MiB, 2 passes, 1 lane
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const NOBODYS_PASSWORD = 'a password nobody has, so that unknown people take as long as known ones'

let nobodysHash: Promise<string> | undefined

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

/** Whether the password fits. For an unknown person (`null`) and a closed account (empty) it takes the same time and says no. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(NOBODYS_PASSWORD)
  const fits = await verify(passwordHash || (await nobodysHash), password)
  return fits && !!passwordHash
}
