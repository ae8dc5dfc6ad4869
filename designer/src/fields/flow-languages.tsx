import type { Language } from '@pregoner/shared'
import { createContext, useContext } from 'react'

export interface FlowLanguages {
  languages: readonly Language[]
  defaultLanguage: Language
}

const Context = createContext<FlowLanguages>({ languages: ['ca'], defaultLanguage: 'ca' })

/** Tells the fields inside which languages the texts are written in. */
export const FlowLanguagesProvider = Context

export const useFlowLanguages = (): FlowLanguages => useContext(Context)
