import { Alert, Button, Loader } from '@mantine/core'
import { type BroadcastDraft, type NoticeTemplate, noticeTemplateTroubles, type TownOverview } from '@pregoner/shared'
import { useState } from 'react'
import { useTemplates } from '../../api/connection.ts'
import { useTown, useTownOverview } from '../../api/town.ts'
import { useWords } from '../../i18n/index.ts'
import { useAdvice } from '../../settings/use-advice.ts'
import { connectionWords } from '../../settings/words/connection.ts'
import { windowTemplateWords } from '../../settings/words/window-template.ts'
import styles from '../broadcasts.module.css'
import { noticeTemplateWords } from '../words/template.ts'
import { FilledTemplate } from './filled-template.tsx'
import { TemplateDialog } from './template-dialog.tsx'

interface LateReadersProps {
  draft: Pick<BroadcastDraft, 'text' | 'template'>
  onChange: (template: NoticeTemplate | null) => void
}

/** What whoever wrote over 24 hours ago gets: an approved template, or nothing. Towns without WhatsApp need none. */
export function LateReaders(props: LateReadersProps) {
  const { data } = useTownOverview()
  const channel = data?.channels.find(({ kind }) => kind === 'whatsapp')
  return channel ? <OfChannel {...props} channel={channel} /> : null
}

function OfChannel({ draft, onChange, channel }: LateReadersProps & { channel: TownOverview['channels'][number] }) {
  const t = useWords(noticeTemplateWords)
  const w = useWords(windowTemplateWords)
  const advice = useAdvice()
  const town = useTown()
  const [isOpen, setOpen] = useState(false)
  const { data, isPending, refetch } = useTemplates(town.key, channel.key)
  const { template = null } = draft
  const templates = data?.outcome === 'ok' ? data.templates : null
  const troubles = template && templates ? noticeTemplateTroubles(template, draft, town, templates) : []
  const versions = (templates ?? []).filter(
    ({ name, language }) => name === template?.name && template.languages.includes(language),
  )
  return (
    <section className={styles.section} aria-labelledby="notice-late">
      <h2 id="notice-late">{t('title')}</h2>
      <p className={styles.note}>{t('lead')}</p>
      <p>
        {template ? t('chosen', { name: template.name, languages: template.languages.join(', ') }) : t('none')}
        {template && <span className={styles.note}> {t(`category.${template.category}`)}.</span>}
      </p>
      {isPending && <Loader size="sm" />}
      {template && !isPending && !templates && <Alert color="yellow">{t('unknown')}</Alert>}
      {!template && data && !templates && (
        <p className={styles.note}>{data.outcome === 'missing' ? w('noAccount') : advice('account', data)}</p>
      )}
      {template && <Troubles troubles={troubles} />}
      {template && versions.length > 0 && (
        <FilledTemplate versions={versions} places={template.places} notice={draft} label={w('preview')} />
      )}
      <div className={styles.foot}>
        {templates && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t(template ? 'change' : 'choose')}
          </Button>
        )}
        {data && !templates && data.outcome !== 'missing' && (
          <Button variant="default" onClick={() => void refetch()}>
            {w('askAgain')}
          </Button>
        )}
        {template && (
          <Button variant="subtle" color="red" onClick={() => onChange(null)}>
            {t('remove')}
          </Button>
        )}
      </div>
      {isOpen && templates && (
        <TemplateDialog
          templates={templates}
          was={template}
          notice={draft}
          onClose={() => setOpen(false)}
          onChoose={chosen => {
            onChange(chosen)
            setOpen(false)
          }}
        />
      )}
    </section>
  )
}

/** What keeps the template from being sent, language by language. */
export function Troubles({ troubles }: { troubles: ReturnType<typeof noticeTemplateTroubles> }) {
  const t = useWords(noticeTemplateWords)
  const c = useWords(connectionWords)
  if (troubles.length === 0) return null
  const states = ['REJECTED', 'PAUSED', 'DISABLED', 'PENDING'] as const
  return (
    <Alert color="red" role="alert">
      <ul className={styles.reasons}>
        {troubles.map(({ language, why, state, reason }) => {
          const known = states.find(each => each === state)
          return (
            <li key={language}>
              {t(`why.${why}`, { language, state: known ? c(known) : (state ?? '') })}
              {reason && ` ${c('reason', { reason })}`}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
