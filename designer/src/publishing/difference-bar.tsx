import { Button } from '@mantine/core'
import { Eye } from 'lucide-react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './difference-bar.module.css'
import { publicationWords } from './words.ts'

/** Says that the steps that change are marked on the drawing, and takes the marks away. */
export function DifferenceBar() {
  const t = useWords(publicationWords)
  const editor = useEditor()
  const isShown = useEditorState(state => (state.flags.get('difference')?.size ?? 0) > 0)
  if (!isShown) return null
  return (
    <div className={styles.bar} data-over-drawing>
      <Eye size={16} aria-hidden />
      <span>{t('shownOnDrawing')}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => editor.getState().setFlags('difference', new Map())}>
        {t('hideOnDrawing')}
      </Button>
    </div>
  )
}
