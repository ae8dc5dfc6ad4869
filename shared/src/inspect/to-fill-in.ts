import { reachedSteps } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

const MARKER = /\[\[([^[\]\n]{0,80})\]\]/ // what a template leaves for the officer to write

/** Places in texts that somebody still has to fill in: `[[name of the town hall]]`. */
export const toFillIn: Rule = ({ flow, drawing }) =>
  reachedSteps(drawing).flatMap(({ id: node, texts }) =>
    texts.flatMap(({ field, text }) =>
      flow.languages.flatMap((language): Finding[] => {
        const marker = MARKER.exec(text[language] ?? '')
        const values = { language, text: marker?.[1]?.trim() || '…' }
        return marker ? [{ code: 'to_fill_in', severity: 'error', node, field, values }] : []
      }),
    ),
  )
