import type { Flow } from '../../flow.ts'
import type { LocalizedText } from '../../language.ts'
import { withField } from '../../with-field.ts'
import type { Drawing, Step } from '../drawing.ts'
import type { Inspection } from '../rule.ts'
import { type Fix, freshNode, joined, placeBeside, withNode } from './fix.ts'
import { mayLead, menuOf, wayTo } from './menu.ts'

/** What a citizen is asked when the flow has no consent to copy; an officer should put the town's own words. */
const plainWords: LocalizedText = {
  ca: 'Per atendre’t hem de desar les dades que ens donis. Només les farem servir per a això. Hi estàs d’acord?',
  es: 'Para atenderte tenemos que guardar los datos que nos des. Solo los usaremos para esto. ¿Estás de acuerdo?',
  it: 'Per aiutarti dobbiamo conservare i dati che ci dai. Li useremo solo per questo. Sei d’accordo?',
  en: 'To help you we need to keep the details you give us. We use them for nothing else. Do you agree?',
}

const wordsFor = ({ languages }: Flow): LocalizedText =>
  Object.fromEntries(languages.map(language => [language, plainWords[language] ?? plainWords.en]))

const isComplete = ({ texts }: Step, { languages }: Flow) =>
  texts.every(({ text, required }) => !required || languages.every(language => text[language]?.trim()))

/** The consent the flow asks for elsewhere. */
const askedElsewhere = ({ flow, steps }: Drawing): Step | undefined =>
  [...steps.values()].find(step => step.definition.consentExit !== undefined && isComplete(step, flow))

/** Whatever leads to `before` leads to `step` now, but for what comes from `before` itself. */
function ledTo(flow: Flow, { steps }: Drawing, before: string, step: string): Flow {
  const edges = flow.edges.map(edge =>
    edge.to === before && edge.from !== before && edge.from !== step ? { ...edge, to: step } : edge,
  )
  return [...steps.values()].reduce(
    (drawn, { id, references }) =>
      references
        .filter(({ kind, id: to }) => kind === 'node' && to === before)
        .reduce(
          (all, { field }) => withNode(all, id, node => ({ ...node, config: withField(node.config, field, step) })),
          drawn,
        ),
    { ...flow, edges },
  )
}

function withConsent({ flow, drawing }: Inspection, asking: Flow['nodes'][number], refusedTo: string | null): Flow {
  const like = askedElsewhere(drawing)
  const fresh = freshNode(flow, 'consent', placeBeside(flow, asking, -1))
  const config = like ? { ...Object(like.config) } : { ...fresh.config, text: wordsFor(flow) }
  const added = { ...flow, nodes: [...flow.nodes, { ...fresh, config }] }
  const led = joined(ledTo(added, drawing, asking.id, fresh.id), fresh.id, 'accepted', asking.id)
  if (refusedTo !== null) return joined(led, fresh.id, 'refused', refusedTo)
  const end = freshNode(led, 'end', placeBeside(led, asking, -1))
  return joined({ ...led, nodes: [...led.nodes, end] }, fresh.id, 'refused', end.id)
}

/** Asks for consent before a step that asks for personal data: as elsewhere in the flow, else in plain words. */
export const putConsent: Fix = {
  codes: ['personal_before_consent'],
  plan({ node }, inspection) {
    const { drawing } = inspection
    const asking = drawing.places.get(node ?? '')
    const way = wayTo(drawing, node ?? '')
    if (!asking || !way) return null
    const menu = menuOf(inspection)
    const refusedTo = menu !== null && mayLead(inspection, way.from, way.exit, menu) ? menu : null
    return { apply: () => withConsent(inspection, asking, refusedTo) }
  },
}
