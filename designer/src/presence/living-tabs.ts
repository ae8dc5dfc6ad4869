import { thisTab } from '../api/this-tab.ts'

const PATIENCE_MS = 250 // tabs of one browser answer within a few; those behind others take longer

type Said = { kind: 'who' } | { kind: 'here'; tab: string }

const channel = new BroadcastChannel('pregoner.tabs')
const said = (message: Said) => channel.postMessage(message)
channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
  if (data.kind === 'who') said({ kind: 'here', tab: thisTab() })
})

/** The names of the other tabs of this browser that are open now: their unsaved work is theirs. */
export function livingTabs(): Promise<ReadonlySet<string>> {
  const tabs = new Set<string>()
  const listen = ({ data }: MessageEvent<Said>) => {
    if (data.kind === 'here') tabs.add(data.tab)
  }
  channel.addEventListener('message', listen)
  said({ kind: 'who' })
  return new Promise(resolve => {
    setTimeout(() => {
      channel.removeEventListener('message', listen)
      resolve(tabs)
    }, PATIENCE_MS)
  })
}
