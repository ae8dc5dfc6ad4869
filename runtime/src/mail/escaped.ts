const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it may stand in the HTML of a letter, between tags or in a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)
