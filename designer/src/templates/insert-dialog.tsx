import { Button, Group } from '@mantine/core'
import { emptyFlow } from '@pregoner/shared'
import { useMemo, useState } from 'react'
import { useTown } from '../api/town.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { edgeOf } from '../editor/edit-edges.ts'
import { exitsOf } from '../editor/exits.ts'
import { makeId } from '../editor/identifiers.ts'
import { exitLabel, titleOf } from '../editor/labels.ts'
import { hasRoomFor } from '../editor/room.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { ChosenTemplate } from './chosen-template.tsx'
import { drawnFor, withTemplate } from './drawn-for.ts'
import { startFilling } from './filling.ts'
import styles from './gallery.module.css'
import { Gallery } from './gallery.tsx'
import { type Behind, insertPart } from './insert-part.ts'
import type { GalleryItem } from './use-templates.ts'
import { galleryWords } from './words/gallery.ts'

/** The one chosen step and its first exit that leads nowhere yet: the place where a part goes on. */
function useOpenExit(): (Behind & { title: string; label: string }) | null {
  const flow = useEditorState(state => state.flow)
  const [only, ...others] = useEditorState(state => state.selection.nodes)
  const language = useEditorState(state => state.language)
  const node = others.length === 0 ? flow.nodes.find(({ id }) => id === only) : undefined
  const exit = node && exitsOf(node).find(({ id }) => !edgeOf(flow, node.id, id))
  if (!node || !exit) return null
  return { node: node.id, exit: exit.id, title: titleOf(node, language), label: exitLabel(node, exit.id, language) }
}

/** Chooses a part of the gallery and puts it on the drawing, as one command. */
export default function InsertDialog({ onInserted }: { onInserted(): void }) {
  const t = useWords(galleryWords)
  const editor = useEditor()
  const town = useTown()
  const [screenLanguage] = useLanguage()
  const flow = useEditorState(state => state.flow)
  const [chosen, setChosen] = useState<GalleryItem | null>(null)
  const behind = useOpenExit()
  const { languages } = flow
  const drawn = useMemo(
    () => chosen && drawnFor(chosen.template, { town, languages, screenLanguage }),
    [chosen, town, languages, screenLanguage],
  )
  if (!chosen || !drawn) {
    return (
      <>
        <p className={styles.lead}>{t('insertLead')}</p>
        <Gallery hasPartsOnly={flow.nodes.length > 0} onPick={setChosen} />
      </>
    )
  }

  const insert = () => {
    if (!hasRoomFor(editor, drawn.nodes.length)) return
    let added: string[] = []
    let entry: string | undefined
    editor.getState().run('insert_part', drawing => {
      const [after, ids, first] = insertPart(drawing, drawn, behind, makeId)
      added = ids
      entry = first
      return after
    })
    startFilling(flow.id)
    onInserted()
    const { goTo, select, announce } = editor.getState()
    const [place = added[0]] = [entry]
    if (place) goTo(place)
    select({ nodes: added, edges: [] })
    announce(t('inserted', { title: chosen.title, count: added.length }))
  }
  return (
    <ChosenTemplate
      item={chosen}
      flow={withTemplate(emptyFlow('preview', chosen.title, [...languages]), drawn)}
      languages={languages}
      onBack={() => setChosen(null)}
    >
      {behind && <p>{t('behind', { title: behind.title, exit: behind.label })}</p>}
      <Group justify="flex-end">
        <Button autoFocus onClick={insert}>
          {t('insertYes')}
        </Button>
      </Group>
    </ChosenTemplate>
  )
}
