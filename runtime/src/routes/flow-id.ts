import { randomBytes } from 'node:crypto'
import { fold } from '../stores/fold.ts'

/** `Incidències al carrer` → `incidencies-al-carrer-4f1c2a`. */
export const flowIdFrom = (name: string) => {
  const words = fold(name).match(/[a-z0-9]+/g) ?? ['flow']
  return `${words.join('-').slice(0, 40).replace(/-$/, '')}-${randomBytes(3).toString('hex')}`
}
