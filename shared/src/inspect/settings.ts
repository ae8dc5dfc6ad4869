import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** What is set for the whole flow. */
export const settings: Rule = ({ flow, drawing }) => {
  const { languages, defaultLanguage } = flow
  const { mainMenu } = flow.settings
  const isLost = mainMenu !== null && !drawing.places.has(mainMenu)
  const isNoMenu = mainMenu !== null && drawing.steps.get(mainMenu)?.definition.isPlace !== true
  const isUnknown = mainMenu !== null && drawing.places.has(mainMenu) && !drawing.steps.has(mainMenu)
  return [
    ...(languages.includes(defaultLanguage)
      ? []
      : [
          {
            code: 'default_language_missing',
            severity: 'error',
            field: 'defaultLanguage',
            values: { language: defaultLanguage },
          } satisfies Finding,
        ]),
    ...(isLost || (isNoMenu && !isUnknown)
      ? [{ code: 'main_menu_lost', severity: 'warning', field: 'settings.mainMenu' } satisfies Finding]
      : []),
  ]
}
