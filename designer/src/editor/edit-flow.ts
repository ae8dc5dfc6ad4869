import type { Flow, FlowSettings, Language } from '@pregoner/shared'

export const renameFlow = (flow: Flow, name: string): Flow => {
  const trimmed = name.trim()
  return trimmed === '' || trimmed === flow.name ? flow : { ...flow, name: trimmed }
}

export const setSettings = (flow: Flow, settings: Partial<FlowSettings>): Flow => ({
  ...flow,
  settings: { ...flow.settings, ...settings },
})

/**
 * Chooses the languages citizens may read. Texts in a language that is taken out stay in the drawing, so that putting
 * it back brings them back.
 */
export const setLanguages = (flow: Flow, languages: readonly Language[], defaultLanguage: Language): Flow => {
  const chosen = [...new Set(languages)]
  const [first] = chosen
  if (first === undefined) return flow
  return { ...flow, languages: chosen, defaultLanguage: chosen.includes(defaultLanguage) ? defaultLanguage : first }
}
