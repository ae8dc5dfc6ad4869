import type { KeyboardEvent } from 'react'

/** What takes Escape for itself while it is open: a sheet, a dialog, a menu, a list of choices, a button that has one open. */
const ownsEscape = '[role="dialog"], [role="menu"], [role="listbox"], [aria-expanded="true"]'

/** For a panel beside the drawing: Escape closes it and gives focus to the button `opener` that opened it. */
export const closeByEscape = (opener: string, close: () => void) => (event: KeyboardEvent<HTMLElement>) => {
  const { target, currentTarget } = event
  if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return
  // What is drawn elsewhere, over the page, sends its keys through here as well.
  if (!currentTarget.contains(target) || target.closest(ownsEscape)) return
  event.preventDefault()
  document.querySelector<HTMLElement>(opener)?.focus()
  close()
}
