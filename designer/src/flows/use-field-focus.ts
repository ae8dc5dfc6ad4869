import { type RefObject, useEffect } from 'react'
import { useEditorState } from '../editor/context.tsx'

const FOCUSABLE = 'input:not([type="hidden"]), textarea, select, button, [tabindex="0"]'
/** Of a text in several languages, the one that is missing or too long. */
const WRONG = 'input[aria-invalid="true"], textarea[aria-invalid="true"]'

/** The part of a form that `field` names, like `options.2.label`, or else what holds it. */
const partOf = (form: Element, field: string): Element | null => {
  const path = field.split('.')
  for (let length = path.length; length > 0; length--) {
    const part = form.querySelector(`[data-field="${CSS.escape(path.slice(0, length).join('.'))}"]`)
    if (part) return part
  }
  return null
}

/** Brings the officer to the field they asked for, opening what it is folded into. */
export function useFieldFocus(body: RefObject<HTMLElement | null>, nodeId: string): void {
  const goingTo = useEditorState(state => state.goingTo)
  useEffect(() => {
    if (goingTo?.node !== nodeId || goingTo.field === null) return
    const timer = setTimeout(() => {
      const form = body.current?.querySelector('[data-form]')
      if (!form) return
      const part = partOf(form, goingTo.field ?? '') ?? form
      for (let fold = part.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
        fold.open = true
      // On a touch screen a focused field would bring the keyboard up over the form nobody has read yet.
      if (goingTo.field === '' && window.matchMedia('(pointer: coarse)').matches) return body.current?.focus()
      const wrong = goingTo.field === '' ? null : part.querySelector(WRONG)
      const target = part.matches(FOCUSABLE) ? part : (wrong ?? part.querySelector(FOCUSABLE))
      if (!(target instanceof HTMLElement)) return
      target.focus()
      target.scrollIntoView({ block: 'center' })
    }, 60) // the form and, on a phone, the drawer around it are drawn first
    return () => clearTimeout(timer)
  }, [goingTo, nodeId, body])
}
