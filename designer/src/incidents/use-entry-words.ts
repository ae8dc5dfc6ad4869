import { type IncidentDetail, type IncidentEntry, priorities } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import { useNames } from './names.ts'
import { deskWords } from './words.ts'
import { workWords } from './work-words.ts'

/** What a line of the story says: who did what, and the words that came with it. */
export function useEntryWords() {
  const t = useWords(deskWords)
  const w = useWords(workWords)
  const names = useNames()
  const named = (priority: string) => {
    const known = priorities.find(each => each === priority)
    return known ? t(`priority.${known}`) : priority
  }

  return (entry: IncidentEntry, incident: IncidentDetail): { title: string; text: string } => {
    const { kind, text, to } = entry
    const isCitizen = kind === 'opened' || kind === 'citizen' || kind === 'solved' || kind === 'unsolved'
    const who = entry.by ?? (isCitizen ? (incident.contactName ?? t('citizen')) : t('pregoner'))
    switch (kind) {
      case 'department':
        return { title: w('entry.department', { who, to: names.department(to ?? '') }), text }
      case 'priority':
        return { title: w('entry.priority', { who, to: named(to ?? '') }), text }
      case 'waiting':
      case 'resumed':
        return { title: w(`entry.${kind}`, { who }), text }
      case 'assigned':
        // An older line has the name where words are now.
        if (to === null) return { title: t('entry.assigned', { who }), text: text || t('nobody') }
        return { title: to === '' ? w('entry.released', { who }) : w('entry.assigned', { who, to }), text }
      default:
        return { title: t(`entry.${kind}`, { who }), text }
    }
  }
}
