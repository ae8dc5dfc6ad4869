import { useState } from 'react'

/** A text under way, kept while this tab is open: looking at another incident does not lose it. */
export function useDraftText(name: string): [string, (text: string) => void] {
  const key = `pregoner.draft.${name}`
  const [text, setText] = useState(() => read(key))
  const change = (changed: string) => {
    setText(changed)
    write(key, changed)
  }
  return [text, change]
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return '' // a browser that forbids storage forgets it with the pane
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // kept on the screen only
  }
}
