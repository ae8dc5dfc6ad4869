import { SegmentedControl } from '@mantine/core'
import type { Flow, TownData } from '@pregoner/shared'
import { type ReactNode, useEffect, useState } from 'react'
import { Canvas } from '../canvas/canvas.tsx'
import { EditorProvider } from '../editor/context.tsx'
import type { Flag } from '../editor/flags.ts'
import { createEditor, type Editor } from '../editor/store.ts'
import { useWords } from '../i18n/index.ts'
import { Outline } from '../outline/outline.tsx'
import styles from './looking.module.css'
import { useNarrow } from './use-narrow.ts'
import { editingWords } from './words/editing.ts'

interface LookingProps {
  flow: Flow
  town: TownData
  /** Marks on its steps. */
  flags?: ReadonlyMap<string, readonly Flag[]>
  /** Takes the room it is given, not that of the whole window. */
  fills?: boolean
  /** Beside the drawing; gets the editor, to go to steps. */
  children?: (editor: Editor) => ReactNode
}

/** A drawing to look around in, as it is drawn or as an outline; nothing in it can be changed. */
export default function Looking({ flow, town, flags, fills = false, children }: LookingProps) {
  const t = useWords(editingWords)
  const [editor] = useState(() => createEditor({ flow, isReadOnly: true, now: Date.now }))
  const isNarrow = useNarrow()
  const [view, setView] = useState(isNarrow ? 'outline' : 'canvas')
  useEffect(() => {
    if (flags) editor.getState().setFlags('difference', flags)
  }, [editor, flags])
  return (
    <EditorProvider editor={editor}>
      <div className={styles.looking} data-aside={children ? true : undefined} data-fills={fills || undefined}>
        {children && <div className={styles.aside}>{children(editor)}</div>}
        <div className={styles.drawing}>
          <SegmentedControl
            size="xs"
            aria-label={t('view')}
            value={view}
            onChange={setView}
            data={[
              { value: 'canvas', label: t('canvas') },
              { value: 'outline', label: t('outline') },
            ]}
          />
          <div className={styles.look}>{view === 'canvas' ? <Canvas town={town} /> : <Outline />}</div>
        </div>
      </div>
    </EditorProvider>
  )
}
