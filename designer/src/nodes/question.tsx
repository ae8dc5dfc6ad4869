import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import {
  answerKinds,
  type ConfigOf,
  compilePattern,
  MAX_BUTTON_BODY_CHARS,
  MAX_BUTTON_CHARS,
  MAX_TEXT_CHARS,
  phrase,
} from '@pregoner/shared'
import { MessageCircleQuestionMark } from 'lucide-react'
import { LocalizedTextField } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { CardLine, CardText } from './card.tsx'
import { CitizenText } from './fields/citizen-text.tsx'
import styles from './fields/form.module.css'
import { At, More, NodeForm } from './fields/form.tsx'
import { PreviewPhone } from './fields/preview-phone.tsx'
import { WholeNumber } from './fields/reply-wait.tsx'
import { Retry } from './fields/retry.tsx'
import { SaveAs } from './fields/save-as.tsx'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'question'>

function Card({ config, language, fallback }: CardProps<Config>) {
  const t = useWords(nodeWords)
  return (
    <>
      <CardText text={config.text} language={language} fallback={fallback} />
      <CardLine>
        {t(`answer.${config.answer}`)} → <code>{config.saveAs}</code>
      </CardLine>
    </>
  )
}

/** Fields that only some kinds of answer have. */
function KindFields({ config, onChange }: { config: Config; onChange: (next: Config) => void }) {
  const t = useWords(nodeWords)
  if (config.answer === 'rating')
    return (
      <WholeNumber
        field="best"
        label={t('best')}
        value={config.best}
        min={2}
        max={10}
        onChange={best => onChange({ ...config, best })}
      />
    )
  if (config.answer === 'photo' || config.answer === 'file')
    return (
      <Checkbox
        label={t('several')}
        checked={config.several}
        onChange={event => onChange({ ...config, several: event.currentTarget.checked })}
      />
    )
  if (config.answer === 'pattern')
    return (
      <At field="pattern">
        <TextInput
          label={t('pattern')}
          description={t('pattern.hint')}
          value={config.pattern}
          maxLength={500}
          spellCheck={false}
          error={compilePattern(config.pattern).ok ? undefined : t('pattern.wrong')}
          onChange={event => onChange({ ...config, pattern: event.currentTarget.value })}
        />
      </At>
    )
  if (config.answer !== 'text' && config.answer !== 'number') return null
  const kind = config.answer
  return (
    <div className={styles.pair}>
      {(['min', 'max'] as const).map(end => (
        <At key={end} field={end}>
          <NumberInput
            label={t(`${end}.${kind}`)}
            value={config[end] ?? ''}
            onChange={given => {
              if (given === '' || typeof given === 'number') onChange({ ...config, [end]: given === '' ? null : given })
            }}
          />
        </At>
      ))}
    </div>
  )
}

function Form(props: FormProps<Config>) {
  const { config, onChange, flow, town } = props
  const t = useWords(nodeWords)
  const check = (field: 'optional' | 'confirm' | 'isPersonal', label: string, description?: string) => (
    <At field={field}>
      <Checkbox
        label={label}
        description={description}
        checked={config[field]}
        onChange={event => onChange({ ...config, [field]: event.currentTarget.checked })}
      />
    </At>
  )
  return (
    <NodeForm {...props}>
      <CitizenText
        field="text"
        label={t('text_citizen')}
        value={config.text}
        maxChars={config.optional ? MAX_BUTTON_BODY_CHARS : MAX_TEXT_CHARS}
        isRequired
        onChange={text => onChange({ ...config, text })}
      />
      <At field="answer">
        <Select
          label={t('answer')}
          data={answerKinds.map(kind => ({ value: kind, label: t(`answer.${kind}`) }))}
          value={config.answer}
          allowDeselect={false}
          maxDropdownHeight={360}
          onChange={chosen => {
            const answer = answerKinds.find(kind => kind === chosen)
            if (answer) onChange({ ...config, answer, min: null, max: null })
          }}
        />
      </At>
      <KindFields config={config} onChange={onChange} />
      <SaveAs field="saveAs" value={config.saveAs} onChange={saveAs => onChange({ ...config, saveAs })} />
      {check('isPersonal', t('is_personal'), t('is_personal.hint'))}
      {check('optional', t('optional'), t('optional.hint'))}
      {config.optional && (
        <At field="skipLabel">
          <LocalizedTextField
            label={t('skip_label')}
            description={t('built_in', { text: phrase('skip', flow.defaultLanguage, flow.defaultLanguage) })}
            value={config.skipLabel}
            maxChars={MAX_BUTTON_CHARS}
            onChange={skipLabel => onChange({ ...config, skipLabel })}
          />
        </At>
      )}
      <PreviewPhone type="question" config={config} town={town} />
      <More>
        {check('confirm', t('confirm'))}
        <Retry config={config} onChange={onChange} builtIn="answer_again" />
      </More>
    </NodeForm>
  )
}

export const questionView: NodeView<Config> = { Icon: MessageCircleQuestionMark, Card, Form }
