import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { TownOverview } from '@pregoner/shared'
import { useTemplates } from '../api/connection.ts'
import { useTown } from '../api/town.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import styles from './entry-dialog.module.css'
import { offeredTemplates } from './offered-templates.ts'
import { useAdvice } from './use-advice.ts'
import { WindowTemplateForm } from './window-template-form.tsx'
import { connectionWords } from './words/connection.ts'
import { windowTemplateWords } from './words/window-template.ts'

const NARROW = '(max-width: 640px)'

interface WindowTemplateDialogProps {
  channel: TownOverview['channels'][number]
  onClose: () => void
}

/** Chooses the template among those of the account, or none. */
export function WindowTemplateDialog({ channel, onClose }: WindowTemplateDialogProps) {
  const t = useWords(windowTemplateWords)
  const isNarrow = useMediaQuery(NARROW)
  useFocusBack()
  return (
    <Modal
      opened
      size={640}
      title={t('choose')}
      onClose={onClose}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Asked channel={channel} onClose={onClose} />
    </Modal>
  )
}

/** What the platform answers when it is asked for the templates. */
function Asked({ channel, onClose }: WindowTemplateDialogProps) {
  const t = useWords(windowTemplateWords)
  const c = useWords(connectionWords)
  const advice = useAdvice()
  const town = useTown()
  const { data, error, refetch } = useTemplates(town.key, channel.key)
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <PageLoading />
  const { outcome, templates } = data
  const nothing = templates.length === 0 ? c('noTemplatesHelp') : null
  const unasked = outcome === 'missing' ? t('noAccount') : advice('account', data)
  const wrong = outcome === 'ok' ? nothing : unasked
  if (wrong === null)
    return (
      <WindowTemplateForm
        channel={channel}
        offered={offeredTemplates(templates, town.defaultLanguage)}
        onClose={onClose}
      />
    )
  return (
    <div className={styles.form}>
      <p role="alert">{wrong}</p>
      <div className={styles.foot}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        {outcome !== 'missing' && <Button onClick={() => void refetch()}>{t('askAgain')}</Button>}
      </div>
    </div>
  )
}
