import { Badge } from '@mantine/core'
import { FileText } from 'lucide-react'
import { useTemplates } from '../api/connection.ts'
import { useTownKey, useTownOverview } from '../api/town.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './connection.module.css'
import forms from './forms.module.css'
import { connectionWords } from './words/connection.ts'

const states = [
  'APPROVED',
  'PENDING',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
  'ARCHIVED',
  'LIMIT_EXCEEDED',
] as const
const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const
const colors: { [state: string]: string } = { APPROVED: 'teal', REJECTED: 'red', PAUSED: 'red', DISABLED: 'red' }

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
  const { data, error, refetch } = useTemplates(useTownKey(), channelKey)
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <PageLoading />
  if (data.outcome === 'refused') return <p className={styles.wrong}>{t('refused', { code: data.code ?? 0 })}</p>
  if (data.outcome === 'unreachable') return <p className={styles.wrong}>{t('unreachable')}</p>
  if (data.templates.length === 0) return <NoTemplates />
  const named = (state: string) => {
    const known = states.find(each => each === state)
    return known ? t(known) : state
  }
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
            <Badge tt="none" variant="light" color={colors[state] ?? 'gray'}>
              {named(state)}
            </Badge>
          </div>
          <span className={forms.note}>
            {language} · {categoryOf(category)}
            {reason && ` · ${t('reason', { reason })}`}
          </span>
          <p lang={language.slice(0, 2)}>{text}</p>
        </li>
      ))}
    </ul>
  )
}
