import { Alert, Button } from '@mantine/core'
import type { TownOverview } from '@pregoner/shared'
import { useState } from 'react'
import { useTemplates } from '../api/connection.ts'
import { useTownKey } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import dialog from './entry-dialog.module.css'
import forms from './forms.module.css'
import choices from './template-choice.module.css'
import { TemplateState } from './template-state.tsx'
import { WindowTemplateDialog } from './window-template-dialog.tsx'
import { connectionWords } from './words/connection.ts'
import { windowTemplateWords } from './words/window-template.ts'

const templateStates = ['REJECTED', 'PAUSED', 'DISABLED'] as const

interface WindowTemplateProps {
  channel: TownOverview['channels'][number]
  isAdministrator: boolean
}

/** Which template asks a citizen to reply once the 24-hour window has closed, and how it stands with the platform. */
export function WindowTemplate({ channel, isAdministrator }: WindowTemplateProps) {
  const t = useWords(windowTemplateWords)
  const [isOpen, setOpen] = useState(false)
  const connection = useWords(connectionWords)
  const { windowTemplate, windowTroubles = [] } = channel
  return (
    <div className={forms.group}>
      <h3>{t('title')}</h3>
      <p className={forms.note}>{t('lead')}</p>
      <div className={forms.top}>
        <div className={choices.about}>
          <p>
            {windowTemplate
              ? t('chosen', { name: windowTemplate.name, languages: windowTemplate.languages.join(', ') })
              : t('none')}
          </p>
          {windowTemplate && <States channelKey={channel.key} {...windowTemplate} />}
        </div>
        {isAdministrator && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t(windowTemplate ? 'change' : 'choose')}
          </Button>
        )}
      </div>
      {windowTroubles.map(({ language, state, reason }) => {
        const known = templateStates.find(each => each === state)
        return (
          <Alert key={language} color="red" className={dialog.alert ?? ''}>
            {t('trouble', { language, state: known ? connection(known) : state })}
            {reason && ` (${connection('reason', { reason })})`}
          </Alert>
        )
      })}
      {isOpen && <WindowTemplateDialog channel={channel} onClose={() => setOpen(false)} />}
    </div>
  )
}

interface StatesProps {
  channelKey: string
  name: string
  languages: readonly string[]
}

/** How the chosen languages stand; nothing while the platform does not tell. */
function States({ channelKey, name, languages }: StatesProps) {
  const t = useWords(windowTemplateWords)
  const { data } = useTemplates(useTownKey(), channelKey)
  if (data?.outcome !== 'ok') return null
  const own = data.templates.filter(template => template.name === name)
  if (own.length === 0) return <p className={choices.fault}>{t('gone', { name })}</p>
  return (
    <div className={choices.states}>
      {own
        .filter(({ language }) => languages.includes(language))
        .map(({ id, language, state }) => (
          <TemplateState key={id} language={language} state={state} />
        ))}
    </div>
  )
}
