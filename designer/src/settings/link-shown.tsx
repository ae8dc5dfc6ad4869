import { Alert, Button } from '@mantine/core'
import type { LinkMail } from '@pregoner/shared'
import { linkAddress } from '../api/people.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { CopyLine } from './copy-line.tsx'
import dialog from './entry-dialog.module.css'
import { entryWords } from './words/entries.ts'
import { peopleWords } from './words/people.ts'
import { linkWords } from './words/person-links.ts'

interface LinkShownProps {
  lead: string
  email: string
  link: { token: string; expiresAt: string; mail: LinkMail }
  onClose: () => void
}

const colours = { sent: 'teal', refused: 'red', unknown: 'yellow', off: 'gray' } as const

/** A link that is shown this once, and whether its owner has it by e-mail or must be given it. */
export function LinkShown({ lead, email, link: { token, expiresAt, mail }, onClose }: LinkShownProps) {
  const t = useWords(peopleWords)
  const common = useWords(entryWords)
  const links = useWords(linkWords)
  const formats = useFormats()
  const when = formats.exact(expiresAt)
  return (
    <div className={dialog.form} role="status">
      <Alert color={colours[mail]} className={mail === 'refused' ? (dialog.alert ?? '') : ''} c="var(--ink)">
        {links(`told.${mail}`, { email })}
      </Alert>
      <CopyLine
        label={lead}
        value={linkAddress(token)}
        help={mail === 'sent' ? links('inCase', { when }) : t('linkHelp', { when })}
      />
      <div className={dialog.foot}>
        <Button onClick={onClose}>{mail === 'sent' ? common('close') : t('linkSent')}</Button>
      </div>
    </div>
  )
}
