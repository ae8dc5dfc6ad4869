import { fieldNameIn } from '@pregoner/shared'
import { currentLanguage, translate } from '../i18n/index.ts'
import { kindOf, titleOf } from './labels.ts'
import { type Retyped, retype } from './retype.ts'
import type { Editor } from './store.ts'
import { retypingWords } from './words/retyping.ts'

/** What of a step has no place in its new type, in the officer's words; null when nothing is lost. */
export const lossWords = ({ lostFields, lostExits, lostEntries }: Omit<Retyped, 'flow'>): string | null => {
  const what = [
    lostFields.map(field => fieldNameIn(field, currentLanguage())).join(', '),
    lostExits.length > 0 ? translate(retypingWords, 'exits', { count: lostExits.length }) : '',
    lostEntries > 0 ? translate(retypingWords, 'entries', { count: lostEntries }) : '',
  ].filter(Boolean)
  return what.length === 0 ? null : translate(retypingWords, 'loses', { what: what.join('; ') })
}

/** Gives a step another type as one command; answers with what was lost. */
export const retypeStep = (editor: Editor, id: string, type: string): string | null => {
  const { flow, language, run, goTo, announce } = editor.getState()
  const node = flow.nodes.find(one => one.id === id)
  const retyped = retype(flow, id, type)
  if (!node || retyped.flow === flow) return null
  const title = titleOf(node, language)
  run('replace_type', () => retyped.flow)
  goTo(id)
  const lost = lossWords(retyped)
  announce([translate(retypingWords, 'retyped', { title, kind: kindOf(type) }), lost].filter(Boolean).join(' '))
  return lost
}
