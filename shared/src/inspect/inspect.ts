import type { Flow } from '../flow.ts'
import { textIn } from '../language.ts'
import type { TownData } from '../town.ts'
import { choices } from './choices.ts'
import { configs } from './configs.ts'
import { consent } from './consent.ts'
import type { Drawing } from './drawing.ts'
import { edges } from './edges.ts'
import { exits } from './exits.ts'
import { faults } from './faults.ts'
import { fixFor } from './fixes/index.ts'
import { drawingOnce, flowsOf } from './flows.ts'
import { forbiddenData } from './forbidden-data.ts'
import { ids } from './ids.ts'
import { keywords } from './keywords.ts'
import { lengths } from './lengths.ts'
import { loops } from './loops.ts'
import { neverTaken } from './never-taken.ts'
import { optionWords } from './option-words.ts'
import { people } from './people.ts'
import { type Finding, type Problem, severities } from './problem.ts'
import { reading } from './reading.ts'
import { references } from './references.ts'
import { rows } from './rows.ts'
import type { Inspection, Rule } from './rule.ts'
import { settings } from './settings.ts'
import { silentEnds } from './silent-ends.ts'
import { starts } from './starts.ts'
import { subflows } from './subflows.ts'
import { templates } from './templates.ts'
import { texts } from './texts.ts'
import { toFillIn } from './to-fill-in.ts'
import { traps } from './traps.ts'
import { unreachable } from './unreachable.ts'
import { unusedAnswers } from './unused-answers.ts'
import { variables } from './variables.ts'
import { afterWindow } from './window.ts'

/** Every rule, in the order their problems are told at a step. */
export const rules: readonly Rule[] = [
  ids,
  configs,
  settings,
  starts,
  keywords,
  edges,
  exits,
  unreachable,
  loops,
  traps,
  subflows,
  references,
  faults,
  texts,
  toFillIn,
  templates,
  lengths,
  optionWords,
  choices,
  rows,
  variables,
  consent,
  forbiddenData,
  unusedAnswers,
  people,
  silentEnds,
  neverTaken,
  afterWindow,
  reading,
]

const MAX_NAME_CHARS = 40

/** How a step is called: the officer's name for it, else its type and the first words it says. */
function naming({ flow, places, steps }: Drawing, id: string, prefix: 'node' | 'other'): Record<string, string> {
  const node = places.get(id) ?? flow.nodes.find(one => one.id === id)
  const said = textIn(steps.get(id)?.texts[0]?.text, flow.defaultLanguage, flow.defaultLanguage)
    .replace(/\s+/g, ' ')
    .trim()
  const type = node?.type ?? ''
  return {
    [`${prefix}Name`]: node?.name?.trim() || type,
    [`${prefix}Type`]: type,
    [`${prefix}Text`]: said.length > MAX_NAME_CHARS ? `${said.slice(0, MAX_NAME_CHARS).trimEnd()}…` : said,
  }
}

function problemOf(inspection: Inspection, finding: Finding): Problem {
  const { drawing } = inspection
  const { code, severity, node, field, edge, values = {} } = finding
  const fix = fixFor(finding, inspection)
  const { otherNode, ...others } = values
  return {
    code,
    severity,
    node: node ?? null,
    field: field ?? null,
    edge: edge ?? null,
    values: {
      ...(node === undefined ? {} : naming(drawing, node, 'node')),
      ...(otherNode === undefined ? {} : naming(drawing, String(otherNode), 'other')),
      ...others,
      ...fix?.values,
    },
    fix: fix?.id ?? null,
  }
}

/**
 * What an officer should mend before publishing, errors first and each step's together. Pure, never throws, and looks
 * at each node and edge a few times only. `otherFlows` are the town's other flows, published or about to be.
 */
export function inspect(flow: Flow, town: TownData, otherFlows: readonly Flow[]): Problem[] {
  const drawing = drawingOnce(flow)
  const flows = flowsOf(otherFlows.filter(({ id }) => id !== flow.id))
  const inspection = { flow, drawing, town, flows }
  const found = rules.flatMap(rule => rule(inspection))
  const position = new Map(flow.nodes.map(({ id }, index) => [id, index]))
  const rank = ({ severity, node }: Finding) =>
    severities.indexOf(severity) * (flow.nodes.length + 1) + (node === undefined ? 0 : 1 + (position.get(node) ?? 0))
  return found.toSorted((one, other) => rank(one) - rank(other)).map(finding => problemOf(inspection, finding))
}
