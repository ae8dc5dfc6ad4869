import { Checkbox } from '@mantine/core'
import { type ConfigOf, MAX_BUTTON_BODY_CHARS, MAX_BUTTON_CHARS, phrase } from '@pregoner/shared'
import { ShieldCheck } from 'lucide-react'
import { LocalizedTextField } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { CardText } from './card.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import styles from './fields/form.module.css'
import { At, More, NodeForm } from './fields/form.tsx'
import { KeptText } from './fields/kept-text.tsx'
import { PreviewPhone } from './fields/preview-phone.tsx'
import { ReplyWait, WholeNumber } from './fields/reply-wait.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'consent'>
const ONE_YEAR_DAYS = 365

const Card = ({ config, language, fallback }: CardProps<Config>) => (
  <CardText text={config.text} language={language} fallback={fallback} />
)

function Form(props: FormProps<Config>) {
  const { config, onChange, flow, town } = props
  const t = useWords(nodeWords)
  const label = (field: 'acceptLabel' | 'refuseLabel', title: string, builtIn: 'accept' | 'refuse') => (
    <At field={field}>
      <LocalizedTextField
        label={title}
        description={t('built_in', { text: phrase(builtIn, flow.defaultLanguage, flow.defaultLanguage) })}
        value={config[field]}
        maxChars={MAX_BUTTON_CHARS}
        onChange={text => onChange({ ...config, [field]: text })}
      />
    </At>
  )
  return (
    <NodeForm {...props}>
      <CitizenText
        field="text"
        label={t('consent.text')}
        value={config.text}
        maxChars={MAX_BUTTON_BODY_CHARS}
        isRequired
        onChange={text => onChange({ ...config, text })}
      />
      <div className={styles.pair}>
        <KeptText
          field="version"
          label={t('consent.version')}
          value={config.version}
          maxChars={40}
          onChange={version => onChange({ ...config, version })}
        />
        <KeptText
          field="purpose"
          label={t('consent.purpose')}
          value={config.purpose}
          maxChars={60}
          onChange={purpose => onChange({ ...config, purpose })}
        />
      </div>
      <p className={styles.quiet}>
        {t('consent.version_hint')} {t('consent.purpose_hint')}
      </p>
      <PreviewPhone type="consent" config={config} town={town} />
      <More>
        {label('acceptLabel', t('consent.accept'), 'accept')}
        {label('refuseLabel', t('consent.refuse'), 'refuse')}
        <Checkbox
          label={t('consent.expires')}
          checked={config.validDays !== null}
          onChange={event => onChange({ ...config, validDays: event.currentTarget.checked ? ONE_YEAR_DAYS : null })}
        />
        {config.validDays !== null && (
          <WholeNumber
            field="validDays"
            label={t('consent.valid_days')}
            value={config.validDays}
            min={1}
            max={36_500}
            onChange={validDays => onChange({ ...config, validDays })}
          />
        )}
        <ReplyWait minutes={config.waitMinutes} onChange={waitMinutes => onChange({ ...config, waitMinutes })} />
      </More>
    </NodeForm>
  )
}

export const consentView: NodeView<Config> = { Icon: ShieldCheck, Card, Form }
