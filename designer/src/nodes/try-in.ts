import type { Language } from '@pregoner/shared'
import { createContext, useContext } from 'react'

/** Opens the simulator for a contact who reads `language`, at this step when one is given. */
export type TryIn = (language: Language, node?: string) => void

const Context = createContext<TryIn | null>(null)

export const TryInProvider = Context

/** Null where there is no simulator. */
export const useTryIn = (): TryIn | null => useContext(Context)
