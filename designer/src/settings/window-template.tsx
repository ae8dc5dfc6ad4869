import { Button } from '@mantine/core'
import type { TownOverview } from '@pregoner/shared'
import { useState } from 'react'
import { useWords } from '../i18n/index.ts'
import forms from './forms.module.css'
import { WindowTemplateDialog } from './window-template-dialog.tsx'
import { windowTemplateWords } from './words/window-template.ts'

interface WindowTemplateProps {
  channel: TownOverview['channels'][number]
  isAdministrator: boolean
}

/** Which template asks a citizen to reply once the 24-hour window has closed. */
export function WindowTemplate({ channel, isAdministrator }: WindowTemplateProps) {
  const t = useWords(windowTemplateWords)
  const [isOpen, setOpen] = useState(false)
  const { windowTemplate } = channel
  return (
    <div className={forms.group}>
      <h3>{t('title')}</h3>
      <p className={forms.note}>{t('lead')}</p>
      <div className={forms.top}>
        <p>
          {windowTemplate
            ? t('chosen', { name: windowTemplate.name, languages: windowTemplate.languages.join(', ') })
            : t('none')}
        </p>
        {isAdministrator && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t(windowTemplate ? 'change' : 'choose')}
          </Button>
        )}
      </div>
      {isOpen && <WindowTemplateDialog channel={channel} onClose={() => setOpen(false)} />}
    </div>
  )
}
