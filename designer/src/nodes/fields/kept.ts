import { useState } from 'react'

/**
 * A text field whose value must have a certain form: what does not fit yet stays in the field, marked, and the flow
 * keeps the last value that did. A change from elsewhere (undo, another node) drops what was being written.
 */
export function useKept(
  value: string,
  fits: (text: string) => boolean,
  onChange: (text: string) => void,
): { text: string; isWrong: boolean; write(text: string): void } {
  const [draft, setDraft] = useState<{ text: string; beside: string } | null>(null)
  const isWrong = draft !== null && draft.beside === value
  const write = (text: string) => {
    if (!fits(text)) return setDraft({ text, beside: value })
    setDraft(null)
    onChange(text)
  }
  return { text: isWrong ? draft.text : value, isWrong, write }
}
