import { Badge, Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import type { TownInvitation } from '@pregoner/shared'
import { useInviteAgain, useTakeBack } from '../api/people.ts'
import { useTownKey } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import forms from './forms.module.css'
import { LinkShown } from './link-shown.tsx'
import { Outcome } from './outcome.tsx'
import styles from './people.module.css'
import { useRoleWords } from './use-role-words.ts'
import { entryWords } from './words/entries.ts'
import { peopleWords } from './words/people.ts'
import { linkWords } from './words/person-links.ts'

const colours = { sent: 'teal', refused: 'red', unknown: 'yellow', off: 'gray' } as const

/** A link nobody has used yet: how it went out, until when it is good; sent again, or taken back. */
export function InvitationRow({ invitation, canSendMail }: { invitation: TownInvitation; canSendMail: boolean }) {
  const t = useWords(peopleWords)
  const links = useWords(linkWords)
  const common = useWords(entryWords)
  const formats = useFormats()
  const townKey = useTownKey()
  const takeBack = useTakeBack(townKey)
  const again = useInviteAgain(townKey)
  const roleWords = useRoleWords()
  const isNarrow = useMediaQuery('(max-width: 640px)')
  const { id, email, kind, role, departments, by, expiresAt, isOver, mail } = invitation
  const made = { name: by, when: formats.exact(expiresAt) }
  const verb = canSendMail ? 'again' : 'renew'
  return (
    <li className={styles.link}>
      <span className={forms.rowText}>
        <span className={styles.name}>
          <strong>{email}</strong>
          {isOver ? (
            <Badge tt="none" variant="light" color="red">
              {links('over')}
            </Badge>
          ) : (
            <Badge tt="none" variant="light" color={colours[mail]}>
              {links(`state.${mail}`)}
            </Badge>
          )}
        </span>
        <span className={forms.note}>{kind === 'join' && role ? roleWords(role, departments) : t('forPassword')}</span>
        <span className={forms.note}>{isOver ? links('overSince', made) : t('sentBy', made)}</span>
        <Outcome error={again.error ?? takeBack.error} />
      </span>
      <span className={styles.actions}>
        <Button
          variant="subtle"
          aria-label={links(`${verb}Of`, { email })}
          loading={again.isPending}
          onClick={() => again.mutate(id)}
        >
          {links(verb)}
        </Button>
        <Button
          variant="subtle"
          color="red"
          aria-label={t('takeBackOf', { email })}
          loading={takeBack.isPending}
          onClick={() =>
            takeBack.mutate(id, { onSuccess: () => notifications.show({ message: links('takenBack', { email }) }) })
          }
        >
          {t('takeBack')}
        </Button>
      </span>
      {again.data && (
        <Modal
          opened
          size={560}
          title={links('againTitle')}
          onClose={again.reset}
          fullScreen={isNarrow ?? false}
          closeButtonProps={{ 'aria-label': common('close') }}
        >
          <LinkShown lead={t('linkFor', { email })} email={email} link={again.data} onClose={again.reset} />
        </Modal>
      )}
    </li>
  )
}
