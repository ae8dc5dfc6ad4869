import { TextInput } from '@mantine/core'
import type { ConfigOf } from '@pregoner/shared'
import { Frame } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import styles from './fields/form.module.css'
import { NodeForm } from './fields/form.tsx'
import { WholeNumber } from './fields/reply-wait.tsx'
import type { FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'frame'>
const MAX_TITLE_CHARS = 120
const MIN_SIZE = 100
const MAX_SIZE = 10_000

function Form(props: FormProps<Config>) {
  const { config, onChange } = props
  const t = useWords(nodeWords)
  return (
    <NodeForm {...props}>
      <TextInput
        label={t('frame.title')}
        maxLength={MAX_TITLE_CHARS}
        value={config.title}
        onChange={event => onChange({ ...config, title: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        {(['width', 'height'] as const).map(side => (
          <WholeNumber
            key={side}
            field={side}
            label={t(`frame.${side}`)}
            value={config[side]}
            min={MIN_SIZE}
            max={MAX_SIZE}
            onChange={size => onChange({ ...config, [side]: size })}
          />
        ))}
      </div>
    </NodeForm>
  )
}

/** A frame is drawn by the canvas around other steps; its card has nothing of its own. */
export const frameView: NodeView<Config> = {
  Icon: Frame,
  Card: () => null,
  Form,
  titleOf: config => config.title || undefined,
}
