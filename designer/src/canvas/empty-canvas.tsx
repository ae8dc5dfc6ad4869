import { Button, Group } from '@mantine/core'
import { addStep } from '../editor/actions.ts'
import { useEditor } from '../editor/context.tsx'
import { useWords } from '../i18n/index.ts'
import { InsertButton } from '../templates/insert-button.tsx'
import styles from './canvas.module.css'
import { canvasWords } from './words.ts'

/** The first step of a blank drawing. */
export function EmptyCanvas() {
  const t = useWords(canvasWords)
  const editor = useEditor()
  return (
    <div className={styles.empty}>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('empty')}</p>
      <Group justify="center">
        <Button onClick={() => addStep(editor, 'start', null)}>{t('emptyAction')}</Button>
        <InsertButton />
      </Group>
    </div>
  )
}
