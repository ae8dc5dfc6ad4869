import type { Flow } from '@pregoner/shared'
import { useState } from 'react'
import { useTown } from '../api/town.ts'
import { Canvas } from '../canvas/canvas.tsx'
import { EditorProvider } from '../editor/context.tsx'
import { createEditor } from '../editor/store.ts'

/** A drawing to look around in, which nothing can be changed in. */
export default function Drawing({ flow }: { flow: Flow }) {
  const town = useTown()
  const [editor] = useState(() => createEditor({ flow, isReadOnly: true, now: Date.now }))
  return (
    <EditorProvider editor={editor}>
      <Canvas town={town} />
    </EditorProvider>
  )
}
