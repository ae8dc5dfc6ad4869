import { hasEnded, type IncidentDetail, phrase, statusInWords } from '@pregoner/shared'
import type { FollowerStore, Listener } from '../stores/follower-store.ts'
import type { IncidentEdit } from '../stores/incident-edits.ts'
import type { TownStore } from '../stores/town-store.ts'

export interface NewsDeps {
  followers: Pick<FollowerStore, 'listeners' | 'stopFollowing'>
  towns: Pick<TownStore, 'get'>
}

/**
 * Adds to a change of status what those who follow the incident are told of it. Whoever reported it hears of it when
 * they once said they want to, and are not told something else by this very change. Who cannot be told is counted.
 */
export async function withNews(
  { followers, towns }: NewsDeps,
  townKey: string,
  incident: IncidentDetail,
  edit: IncidentEdit,
): Promise<IncidentEdit> {
  const { status } = edit.set
  if (status === undefined || status === incident.status || status === 'duplicate') return edit
  const isTold = edit.outbox.some(({ text }) => text !== '')
  const hears = ({ isReporter, wantsNews, hears }: Listener) =>
    isReporter ? wantsNews && !isTold : hears === 'all' || wantsNews || hasEnded(status)
  const listeners = (await followers.listeners(townKey, incident.id)).filter(hears)
  const town = listeners.length > 0 ? await towns.get(townKey) : null
  if (!town) return edit
  const reachable = listeners.filter(({ isReachable }) => isReachable)
  const outbox = reachable.map(({ convId, reference, language }, index) => {
    const spoken = language ?? town.defaultLanguage
    const values = { reference, status: statusInWords(status, spoken, town.defaultLanguage) }
    return {
      id: `${incident.id}:${incident.rev}:news:${index}`,
      event: 'answered' as const,
      text: phrase('news', spoken, town.defaultLanguage, values),
      to: { convId, reference },
    }
  })
  const news = { told: reachable.length, leftOut: listeners.length - reachable.length }
  return {
    ...edit,
    entries: edit.entries.map(entry => (entry.status === status ? { ...entry, news } : entry)),
    outbox: [...edit.outbox, ...outbox],
  }
}
