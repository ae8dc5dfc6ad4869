import { z } from 'zod'

const keptAsk = z.object({ code: z.string(), expiresAt: z.string(), number: z.string() })
/** A code that waits to be written, and the number it was made for. */
export type KeptAsk = z.infer<typeof keptAsk>

const keyOf = (townKey: string) => `pregoner.subscribe.${townKey}`

/** What was asked for in this tab: phones close pages while another app is in front. */
export function keptAsked(townKey: string): KeptAsk | null {
  try {
    return keptAsk.parse(JSON.parse(sessionStorage.getItem(keyOf(townKey)) ?? 'null'))
  } catch {
    return null // nothing is kept, or the browser forbids it: the form is filled in again
  }
}

export function keepAsked(townKey: string, asked: KeptAsk): void {
  try {
    sessionStorage.setItem(keyOf(townKey), JSON.stringify(asked))
  } catch {
    // not remembered, but shown
  }
}

export function forgetAsked(townKey: string): void {
  try {
    sessionStorage.removeItem(keyOf(townKey))
  } catch {
    // nothing was kept
  }
}
