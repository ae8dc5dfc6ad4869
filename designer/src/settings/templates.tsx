import { FileText } from 'lucide-react'
import { useTemplates } from '../api/connection.ts'
import { useTownKey, useTownOverview } from '../api/town.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './connection.module.css'
import forms from './forms.module.css'
import { TemplateState } from './template-state.tsx'
import { useAdvice } from './use-advice.ts'
import { connectionWords } from './words/connection.ts'

const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const

/** The message templates of the town's WhatsApp account. */
export default function Templates() {
  const t = useWords(connectionWords)
  const { data } = useTownOverview()
  const channel = data?.channels.find(({ kind }) => kind === 'whatsapp')
  return (
    <>
      <div className={forms.top}>
        <h2>{t('templates')}</h2>
      </div>
      <p className={forms.note}>{t('templatesLead')}</p>
      {channel ? <TemplateList channelKey={channel.key} /> : <NoTemplates />}
    </>
  )
}

function NoTemplates() {
  const t = useWords(connectionWords)
  return (
    <Empty Icon={FileText} title={t('noTemplates')}>
      {t('noTemplatesHelp')}
    </Empty>
  )
}

function TemplateList({ channelKey }: { channelKey: string }) {
  const t = useWords(connectionWords)
  const advice = useAdvice()
  const { data, error, refetch } = useTemplates(useTownKey(), channelKey)
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <PageLoading />
  const wrong = data.outcome === 'missing' ? null : advice('account', data)
  if (wrong !== null) return <p className={styles.wrong}>{wrong}</p>
  if (data.templates.length === 0) return <NoTemplates />
  const categoryOf = (category: string) => {
    const known = categories.find(each => each === category)
    return known ? t(known) : category
  }
  return (
    <ul className={styles.templates}>
      {data.templates.map(({ id, name, language, category, state, reason, text }) => (
        <li key={id} className={styles.template}>
          <div className={forms.top}>
            <strong>{name}</strong>
            <TemplateState language={language} state={state} />
          </div>
          <span className={forms.note}>
            {categoryOf(category)}
            {reason && ` · ${t('reason', { reason })}`}
          </span>
          <p lang={language.slice(0, 2)}>{text}</p>
        </li>
      ))}
    </ul>
  )
}
