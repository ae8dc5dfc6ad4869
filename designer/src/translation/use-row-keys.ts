import { type KeyboardEvent, useCallback } from 'react'

/** Which way a key leads out of a text: -1 up, 1 down, 0 nowhere. */
function wayOf(event: KeyboardEvent, { selectionStart, selectionEnd, value, dataset }: HTMLTextAreaElement): number {
  const isForced = event.ctrlKey || event.metaKey
  const isAt = (place: number) => selectionStart === place && selectionEnd === place
  if (event.altKey || event.shiftKey) return 0
  if (event.key === 'ArrowUp') return isForced || isAt(0) ? -1 : 0
  if (event.key === 'ArrowDown') return isForced || isAt(value.length) ? 1 : 0
  return event.key === 'Enter' && (isForced || dataset.line !== undefined) ? 1 : 0
}

/** Lets the arrow keys leave a text for the one above or below it in the same language. */
export function useRowKeys(showMore: () => void) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { target } = event
      if (!(target instanceof HTMLTextAreaElement)) return
      const way = wayOf(event, target)
      if (way === 0) return
      event.preventDefault()
      const row = target.closest('[data-row]')
      const go = () => {
        const next = way < 0 ? row?.previousElementSibling : row?.nextElementSibling
        const field = next?.querySelector<HTMLTextAreaElement>(`textarea[data-language="${target.dataset.language}"]`)
        field?.focus()
        field?.setSelectionRange(field.value.length, field.value.length)
        return field !== undefined && field !== null
      }
      if (go() || way < 0) return
      showMore()
      requestAnimationFrame(go)
    },
    [showMore],
  )
}
