import type { ConfigOf } from '@pregoner/shared'
import { Play } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { CardLine, CardTags } from './card.tsx'
import { NodeForm, Section } from './fields/form.tsx'
import { Triggers } from './fields/triggers.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'start'>
const MAX_TAGS = 5

function Card({ config, language, fallback }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const words = config.triggers.flatMap(trigger =>
    trigger.kind === 'keyword' ? (trigger.words[language] ?? trigger.words[fallback] ?? []) : [],
  )
  const others = config.triggers.flatMap(trigger => (trigger.kind === 'keyword' ? [] : [t(`trigger.${trigger.kind}`)]))
  const tags = [...new Set([...words, ...others])]
  if (tags.length === 0) return <CardLine isMissing>{t('trigger.none')}</CardLine>
  return <CardTags tags={tags.length > MAX_TAGS ? [...tags.slice(0, MAX_TAGS), `+${tags.length - MAX_TAGS}`] : tags} />
}

function Form(props: FormProps<Config>) {
  const { config, onChange } = props
  const t = useWords(nodeWords)
  return (
    <NodeForm {...props}>
      <Section title={t('triggers')}>
        <Triggers triggers={config.triggers} onChange={triggers => onChange({ ...config, triggers })} />
      </Section>
    </NodeForm>
  )
}

const wordsToTry: NodeView<Config>['wordsToTry'] = ({ triggers }, language) =>
  triggers.flatMap(trigger => {
    if (trigger.kind === 'link') return [trigger.code]
    return trigger.kind === 'keyword' ? (trigger.words[language] ?? []) : []
  })

export const startView: NodeView<Config> = { Icon: Play, Card, Form, wordsToTry }
