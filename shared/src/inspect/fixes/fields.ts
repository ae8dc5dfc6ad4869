import { textIn } from '../../language.ts'
import type { TownData } from '../../town.ts'
import { withField } from '../../with-field.ts'
import type { Step } from '../drawing.ts'
import type { Inspection } from '../rule.ts'
import { type Fix, type Plan, valueAt, withNode } from './fix.ts'

/** A plan that puts one value into a step; null where its type would not take it, or would lack a text then. */
function setting(
  { flow }: Inspection,
  step: Step,
  changes: Record<string, unknown>,
  values?: Plan['values'],
): Plan | null {
  const changed = Object.entries(changes).reduce<Record<string, unknown>>(
    (config, [field, value]) => withField(config, field, value),
    { ...Object(step.config) },
  )
  const parsed = step.definition.config.safeParse(changed)
  if (!parsed.success) return null
  const isLacking = (step.definition.texts?.(parsed.data) ?? []).some(
    ({ text, required }) => required && flow.languages.some(language => !text[language]?.trim()),
  )
  if (isLacking) return null
  return { ...(values ? { values } : {}), apply: () => withNode(flow, step.id, node => ({ ...node, config: changed })) }
}

const chosenFrom = (town: TownData): Record<string, { id: string; name: string }[]> => ({
  department: town.departments.map(({ id, name }) => ({
    id,
    name: textIn(name, town.defaultLanguage, town.defaultLanguage),
  })),
  calendar: town.calendars.map(({ id, name }) => ({ id, name })),
  topic: town.topics.map(({ id, name }) => ({ id, name: textIn(name, town.defaultLanguage, town.defaultLanguage) })),
})

/** Chooses the only department, calendar or topic there is. */
export const chooseOnly: Fix = {
  codes: ['reference_missing', 'reference_lost'],
  plan({ node, field, values }, inspection) {
    const step = inspection.drawing.steps.get(node ?? '')
    const [only, ...others] = chosenFrom(inspection.town)[String(values?.kind)] ?? []
    if (!step || !only || others.length > 0) return null
    return setting(inspection, step, { [field ?? '']: only.id }, { fixName: only.name })
  },
}

/** Leaves open what need not be chosen. */
export const clearChoice: Fix = {
  codes: ['reference_lost'],
  plan({ node, field }, inspection) {
    const step = inspection.drawing.steps.get(node ?? '')
    return step ? setting(inspection, step, { [field ?? '']: null }) : null
  },
}

/** Lets the smaller number be the smallest. */
export const swapLimits: Fix = {
  codes: ['limits_crossed'],
  plan({ node }, inspection) {
    const step = inspection.drawing.steps.get(node ?? '')
    if (!step) return null
    const { config } = step
    return setting(inspection, step, { min: valueAt(config, 'max'), max: valueAt(config, 'min') })
  },
}

/** `www.vila.cat` → `https://www.vila.cat`; null for what does not look like an address. */
function addressIn(written: unknown): string | null {
  const bare = String(written ?? '')
    .trim()
    .replace(/^(?:https?:)?\/*/i, '')
  return /^[^\s/]+\.[^\s/.]{2,}(?:[/?#]\S*)?$/.test(bare) ? `https://${bare}` : null
}

/** Puts the beginning before an address that lacks it. */
export const rightAddress: Fix = {
  codes: ['link_broken'],
  plan({ node, field }, inspection) {
    const step = inspection.drawing.steps.get(node ?? '')
    const address = step && addressIn(valueAt(step.config, field ?? ''))
    return step && address ? setting(inspection, step, { [field ?? '']: address }, { fixName: address }) : null
  },
}

/** Takes an attachment away that has no file, where the text is enough. */
export const removeAttachment: Fix = {
  codes: ['attachment_missing'],
  plan({ node, field }, inspection) {
    const step = inspection.drawing.steps.get(node ?? '')
    return step ? setting(inspection, step, { [field ?? '']: null }) : null
  },
}
