import { type LocalizedText, MAX_BUTTON_BODY_CHARS, phrase } from '@pregoner/shared'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import { CitizenText } from './citizen-text.tsx'
import { useWhere } from './form.tsx'
import { ReplyWait, WholeNumber } from './reply-wait.tsx'

interface Retried {
  retryText: LocalizedText
  maxAttempts: number
  waitMinutes: number
}

interface RetryProps<Config extends Retried> {
  config: Config
  onChange: (config: Config) => void
  /** What is said while the officer has written nothing of their own. */
  builtIn: 'choose_one' | 'answer_again'
}

/** What a step that asks says to an answer it cannot use, how often, and how long it waits for one. */
export function Retry<Config extends Retried>({ config, onChange, builtIn }: RetryProps<Config>) {
  const t = useWords(nodeWords)
  const { defaultLanguage } = useWhere().flow
  return (
    <>
      <CitizenText
        field="retryText"
        label={t('retry_text')}
        description={t('built_in', { text: phrase(builtIn, defaultLanguage, defaultLanguage) })}
        value={config.retryText}
        maxChars={MAX_BUTTON_BODY_CHARS}
        onChange={retryText => onChange({ ...config, retryText })}
      />
      <WholeNumber
        field="maxAttempts"
        label={t('attempts')}
        value={config.maxAttempts}
        min={1}
        max={10}
        onChange={maxAttempts => onChange({ ...config, maxAttempts })}
      />
      <ReplyWait
        minutes={config.waitMinutes}
        hint={t('wait_reply_hint')}
        onChange={waitMinutes => onChange({ ...config, waitMinutes })}
      />
    </>
  )
}
