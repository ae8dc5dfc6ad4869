import type { Flow } from '@pregoner/shared'
import { translate } from '../i18n/index.ts'
import { adoptPart, type Lack, type Match } from './adopt-part.ts'
import { type Clip, parseClip, partOf, paste } from './clipboard.ts'
import type { Position } from './edit-nodes.ts'
import { makeId } from './identifiers.ts'
import { markLacks } from './paste-marks.ts'
import { estimatedSize, freePlace, type Size } from './placement.ts'
import { hasRoomFor } from './room.ts'
import type { Editor } from './store.ts'
import { type Surroundings, thingsOf } from './town-things.ts'
import { clipboardWords } from './words/clipboard.ts'

type Announcement = 'copied' | 'pasted' | 'nothingToPaste'
const say = (editor: Editor, key: Announcement, count = 0) =>
  editor.getState().announce(translate(clipboardWords, key, { count }))

let lastCopied: string | null = null // for browsers that do not let a page read the clipboard

/** The chosen steps as text for the clipboard; null when none is chosen. */
export const copyText = (editor: Editor, around: Surroundings): string | null => {
  const { flow, selection } = editor.getState()
  const part = partOf(flow, selection.nodes)
  if (!part) return null
  const { key, name } = around.town
  const clip: Clip = { pregoner: 'steps', town: { key, name }, things: thingsOf(part, around), flow: part }
  lastCopied = JSON.stringify(clip)
  say(editor, 'copied', part.nodes.length)
  return lastCopied
}

/** What is to be pasted; `text` null takes what was copied last on this page. Says so when it is no steps. */
export const readClip = (editor: Editor, text: string | null): Clip | null => {
  const clip = text === null && lastCopied === null ? null : parseClip(text ?? lastCopied ?? '')
  if (!clip) say(editor, 'nothingToPaste')
  return clip
}

const extentOf = ({ nodes }: Flow): Size => {
  const sizes = nodes.map(node => ({ ...node.position, ...estimatedSize(node) }))
  const left = Math.min(...sizes.map(({ x }) => x))
  const top = Math.min(...sizes.map(({ y }) => y))
  return {
    width: Math.max(...sizes.map(({ x, width }) => x + width)) - left,
    height: Math.max(...sizes.map(({ y, height }) => y + height)) - top,
  }
}

/**
 * Puts a clip around the middle of the view, or where the officer points, as one command. `matches` tells what the
 * things of another town are here; null when the clip is of this town.
 */
export const pasteClip = (editor: Editor, clip: Clip, matches: readonly Match[] | null, at?: Position): Lack[] => {
  const { flow, lookingAt, run, select, goTo } = editor.getState()
  const { part, lacks } = matches ? adoptPart(clip.flow, matches) : { part: clip.flow, lacks: [] }
  if (!hasRoomFor(editor, part.nodes.length)) return []
  const place = at ?? freePlace(flow, lookingAt, extentOf(part))
  let added: ReadonlyMap<string, string> = new Map()
  run('paste', drawing => {
    const [pasted, ids] = paste(drawing, part, place, makeId)
    added = ids
    return pasted
  })
  const nodes = [...added.values()]
  if (nodes[0]) goTo(nodes[0])
  select({ nodes, edges: [] })
  const here = lacks.flatMap(lack => {
    const node = added.get(lack.node)
    return node ? [{ ...lack, node }] : []
  })
  markLacks(editor, here)
  say(editor, 'pasted', nodes.length)
  return here
}
