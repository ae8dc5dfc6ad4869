import type { SaveState } from '../editor/saver.ts'
import type { LockState } from './lock-keeper.ts'
import type { presenceWords } from './words.ts'

type Key = keyof (typeof presenceWords)['catalogues']['ca']
export type BannerAction = 'ask' | 'withdraw' | 'takeOver' | 'handOver' | 'notYet'

/** What the line over the drawing says: words with whose name goes into them, and what can be done. */
export interface BannerView {
  tone: 'calm' | 'wanted' | 'trouble' | 'good'
  lines: { key: Key; name: string }[]
  actions: { label: Key; action: BannerAction; isMain: boolean }[]
}

interface Situation {
  state: LockState
  saveState: SaveState
  /** Whether the flow has just come to this tab. */
  hasCome: boolean
  now: number
}

const own = (isYou: boolean, key: Key, yourself: Key): Key => (isYou ? yourself : key)

type Theirs = Extract<LockState, { kind: 'theirs' }>

function asking({ holder, ask }: Theirs, now: number): Pick<BannerView, 'lines' | 'actions'> {
  const { name, isYou } = holder
  if (ask && !ask.isThisTab && ask.ripeAt !== null)
    return { lines: [{ key: 'otherAsks', name: ask.name }], actions: [] }
  if (!ask?.isThisTab)
    return { lines: [{ key: 'follow', name }], actions: [{ label: 'ask', action: 'ask', isMain: false }] }
  if (ask.ripeAt === null) {
    return {
      lines: [{ key: own(isYou, 'declined', 'declinedYourself'), name }],
      actions: [{ label: 'askAgain', action: 'ask', isMain: false }],
    }
  }
  if (ask.ripeAt > now) {
    return {
      lines: [{ key: own(isYou, 'asked', 'askedYourself'), name }],
      actions: [{ label: 'withdraw', action: 'withdraw', isMain: false }],
    }
  }
  return {
    lines: [{ key: own(isYou, 'ripe', 'ripeYourself'), name }],
    actions: [
      { label: 'takeOver', action: 'takeOver', isMain: true },
      { label: 'withdraw', action: 'withdraw', isMain: false },
    ],
  }
}

/** What there is to say of other people and of the connection; null when there is nothing. */
export function bannerOf({ state, saveState, hasCome, now }: Situation): BannerView | null {
  if (saveState.kind === 'offline')
    return {
      tone: 'trouble',
      lines: [{ key: saveState.isKept ? 'offline' : 'offlineFull', name: '' }],
      actions: [],
    }
  if (state.kind === 'theirs') {
    const { name, isYou } = state.holder
    const { lines, actions } = asking(state, now)
    const unsaved: BannerView['lines'] = saveState.kind === 'locked' ? [{ key: 'unsavedHere', name }] : []
    const edits = { key: own(isYou, 'edits', 'inOtherTab'), name }
    return { tone: 'calm', lines: [edits, ...unsaved, ...lines], actions }
  }
  if (state.kind === 'mine' && state.ask) {
    const { name, isYou } = state.ask
    return {
      tone: 'wanted',
      lines: [
        { key: own(isYou, 'asksYou', 'asksYouYourself'), name },
        { key: 'asksYouHint', name },
      ],
      actions: [
        { label: own(isYou, 'handOver', 'handOverYourself'), action: 'handOver', isMain: true },
        { label: 'notYet', action: 'notYet', isMain: false },
      ],
    }
  }
  return hasCome ? { tone: 'good', lines: [{ key: 'hasCome', name: '' }], actions: [] } : null
}
