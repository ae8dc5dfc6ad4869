import { notifications } from '@mantine/notifications'
import type { TownData } from '@pregoner/shared'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useFlows } from '../api/flows.ts'
import { pasteClip, readClip } from '../editor/actions-clip.ts'
import { type Match, matchesIn } from '../editor/adopt-part.ts'
import type { Clip } from '../editor/clipboard.ts'
import { useEditor } from '../editor/context.tsx'
import type { Position } from '../editor/edit-nodes.ts'
import { clipboardWords } from '../editor/words/clipboard.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { useClipboardEvents } from './use-clipboard-events.ts'

type Paste = (at?: Position) => void
type PasteText = (text: string) => void
const PasteContext = createContext<{ paste: Paste; pasteText: PasteText }>({ paste: () => {}, pasteText: () => {} })

/** Pastes what the clipboard holds, for menus; asks the browser for it. */
export const usePaste = (): Paste => useContext(PasteContext).paste

/** Pastes steps that come from elsewhere as if they had been copied. */
export const usePasteText = (): PasteText => useContext(PasteContext).pasteText

const readClipboard = async (): Promise<string | null> => {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return null // not allowed, or not a safe connection: what was copied on this page is still known
  }
}

/** Copying and pasting around an open flow; asks what the things of another town are here. */
export function Clipboard({ town, children }: { town: TownData; children: ReactNode }) {
  const t = useWords(clipboardWords)
  const nameOf = useWords(languageWords)
  const editor = useEditor()
  const flows = useFlows(town.key).data
  const around = useMemo(() => ({ town, flows: flows ?? [] }), [town, flows])
  const [asking, setAsking] = useState<{ clip: Clip; at: Position | undefined } | null>(null)

  const finish = useCallback(
    (clip: Clip, matches: readonly Match[], at?: Position) => {
      const lacks = pasteClip(editor, clip, matches, at)
      const { languages } = editor.getState().flow
      const unwritten = languages.filter(language => !clip.flow.languages.includes(language))
      const known = matches.filter(({ here }) => here !== null).length
      const files = lacks.filter(({ kind }) => kind === 'file').length
      const told = [
        known > 0 && t('known', { town: clip.town.name, count: known }),
        unwritten.length > 0 && t('languages', { languages: unwritten.map(code => nameOf(code)).join(', ') }),
        files > 0 && t('files', { town: clip.town.name, count: files }),
      ].filter(words => words !== false)
      if (told.length > 0) notifications.show({ id: 'pasted', message: told.join(' ') })
    },
    [editor, t, nameOf],
  )

  const pasteText = useCallback(
    (text: string | null, at?: Position) => {
      const clip = readClip(editor, text)
      if (!clip) {
        notifications.show({ id: 'pasted', message: t('nothingToPaste') })
        return
      }
      if (clip.town.key === around.town.key) {
        pasteClip(editor, clip, null, at)
        return
      }
      const matches = matchesIn(clip.flow, clip.things, around)
      if (matches.some(({ here }) => here === null)) setAsking({ clip, at })
      else finish(clip, matches, at)
    },
    [editor, around, finish, t],
  )
  useClipboardEvents(editor, around, pasteText)

  const paste = useCallback<Paste>(at => void readClipboard().then(text => pasteText(text, at)), [pasteText])
  const pasting = useMemo(() => ({ paste, pasteText }), [paste, pasteText])
  return (
    <PasteContext value={pasting}>
      {children}
      {asking && (
        <PasteDialog
          clip={asking.clip}
          around={around}
          onCancel={() => setAsking(null)}
          onPaste={matches => {
            setAsking(null)
            finish(asking.clip, matches, asking.at)
          }}
        />
      )}
    </PasteContext>
  )
}
