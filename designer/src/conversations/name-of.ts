import type { ConversationSummary } from '@pregoner/shared'

/** What a contact is called on screen: the name, else the number, else `nobody`. */
export const nameOf = ({ contactName, phone }: ConversationSummary, nobody: string): string =>
  contactName ?? phone ?? nobody
