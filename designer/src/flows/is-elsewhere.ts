/** Whether keys and the clipboard belong to a field, a dialog or chosen text just now, not to the drawing. */
export const isElsewhere = (target: EventTarget | null): boolean => {
  const element = target instanceof Element ? target : null
  const isField = element?.closest('input, textarea, select, [contenteditable], [role="dialog"]')
  return Boolean(isField) || document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
