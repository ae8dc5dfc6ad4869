import { Textarea } from '@mantine/core'
import type { ConfigOf } from '@pregoner/shared'
import { StickyNote } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './card.module.css'
import { CardLine } from './card.tsx'
import { NodeForm } from './fields/form.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'note'>
const MAX_NOTE_CHARS = 5_000

function Card({ config }: CardProps<Config>) {
  const t = useWords(nodeWords)
  if (config.text === '') return <CardLine isMissing>{t('note.empty')}</CardLine>
  return <p className={styles.note}>{config.text}</p>
}

function Form(props: FormProps<Config>) {
  const { config, onChange } = props
  const t = useWords(nodeWords)
  return (
    <NodeForm {...props}>
      <Textarea
        label={t('note.text')}
        autosize
        minRows={5}
        maxLength={MAX_NOTE_CHARS}
        value={config.text}
        onChange={event => onChange({ ...config, text: event.currentTarget.value })}
      />
    </NodeForm>
  )
}

export const noteView: NodeView<Config> = { Icon: StickyNote, Card, Form }
