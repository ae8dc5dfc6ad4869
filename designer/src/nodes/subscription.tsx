import { MultiSelect, SegmentedControl } from '@mantine/core'
import { type ConfigOf, textIn } from '@pregoner/shared'
import { BellRing } from 'lucide-react'
import { useEntities } from '../fields/index.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { AnswerSelect } from './fields/answer-select.tsx'
import { At, More, NodeForm } from './fields/form.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'subscription'>
const MAX_TOPICS = 20

function Card({ config, town }: CardProps<Config>) {
  const t = useWords(nodeWords)
  const [language] = useLanguage()
  if (config.topicIds.length === 0) return <CardLine isMissing>{t('subscription.no_topic')}</CardLine>
  const names = config.topicIds.map(id => {
    const topic = town?.topics.find(known => known.id === id)
    return topic ? textIn(topic.name, language, town?.defaultLanguage ?? language) : id
  })
  const topics = new Intl.ListFormat(language).format(names)
  return <CardLine>{t(`subscription.card_${config.action}`, { topics })}</CardLine>
}

function Form(props: FormProps<Config>) {
  const { config, onChange } = props
  const t = useWords(nodeWords)
  return (
    <NodeForm {...props}>
      <SegmentedControl
        fullWidth
        aria-label={t('subscription.action')}
        data={[
          { value: 'subscribe', label: t('subscription.subscribe') },
          { value: 'unsubscribe', label: t('subscription.unsubscribe') },
        ]}
        value={config.action}
        onChange={action => onChange({ ...config, action: action === 'unsubscribe' ? 'unsubscribe' : 'subscribe' })}
      />
      <Topics config={config} onChange={onChange} />
      <More>
        <At field="addressFrom">
          <AnswerSelect
            label={t('subscription.address')}
            value={config.addressFrom}
            emptyLabel={t('subscription.own_number')}
            onChange={addressFrom => onChange({ ...config, addressFrom })}
          />
        </At>
      </More>
    </NodeForm>
  )
}

function Topics({ config, onChange }: { config: Config; onChange: (next: Config) => void }) {
  const t = useWords(nodeWords)
  const topics = useEntities('topic')
  const gone = config.topicIds.filter(id => !topics.some(({ value }) => value === id))
  return (
    <At field="topicIds">
      <MultiSelect
        label={t('topics')}
        data={[...topics, ...gone.map(id => ({ value: id, label: t('gone', { id }) }))]}
        value={config.topicIds}
        maxValues={MAX_TOPICS}
        placeholder={config.topicIds.length === 0 ? t('choose') : ''}
        nothingFoundMessage={t('nothing_to_choose')}
        error={gone.length > 0}
        onChange={topicIds => onChange({ ...config, topicIds })}
      />
    </At>
  )
}

export const subscriptionView: NodeView<Config> = { Icon: BellRing, Card, Form }
