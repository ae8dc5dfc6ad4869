import { Button } from '@mantine/core'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { CopyLine } from './copy-line.tsx'
import dialog from './entry-dialog.module.css'
import { peopleWords } from './words/people.ts'

interface LinkShownProps {
  lead: string
  address: string
  expiresAt: string
  onClose: () => void
}

/** A link that is shown this once, to be sent to its owner. */
export function LinkShown({ lead, address, expiresAt, onClose }: LinkShownProps) {
  const t = useWords(peopleWords)
  const formats = useFormats()
  return (
    <div className={dialog.form} role="status">
      <CopyLine label={lead} value={address} help={t('linkHelp', { when: formats.exact(expiresAt) })} />
      <div className={dialog.foot}>
        <Button onClick={onClose}>{t('linkSent')}</Button>
      </div>
    </div>
  )
}
