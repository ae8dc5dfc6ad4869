import { useEffect } from 'react'

const SETTLED_MS = [50, 300, 600] // at once, and when a dialog that fades out is gone too

/**
 * Gives focus back to what opened a dialog once it is gone, unless it went somewhere by itself. Mantine does so only
 * for dialogs that stay mounted, and not when the opener was an entry of a menu that is closed by now.
 */
export function useFocusBack(isOpen = true): void {
  useEffect(() => {
    if (!isOpen) return
    const opener = openerOf(document.activeElement)
    return () => {
      const giveBack = () => {
        if (document.activeElement !== document.body) return
        if (opener?.isConnected && opener !== document.body) opener.focus()
        else document.getElementById('content')?.focus() // what opened it is gone: the page itself, never nowhere
      }
      for (const ms of SETTLED_MS) setTimeout(giveBack, ms)
    }
  }, [isOpen])
}

function openerOf(focused: Element | null): HTMLElement | null {
  const buttonId = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  const opener = buttonId ? document.getElementById(buttonId) : focused
  return opener instanceof HTMLElement ? opener : null
}
