import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type InterfaceLanguage, interfaceLanguages, languageNames, type Role } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { useInvite } from '../api/people.ts'
import { useTown } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { isEmail } from './department-form.tsx'
import dialog from './entry-dialog.module.css'
import { LinkShown } from './link-shown.tsx'
import { Outcome } from './outcome.tsx'
import { RoleFields } from './role-fields.tsx'
import { entryWords } from './words/entries.ts'
import { peopleWords } from './words/people.ts'
import { linkWords } from './words/person-links.ts'

/** Makes a link with which somebody joins the town, and sends it where e-mail can be sent. */
export function InviteDialog({ canSendMail, onClose }: { canSendMail: boolean; onClose: () => void }) {
  const t = useWords(peopleWords)
  const common = useWords(entryWords)
  const links = useWords(linkWords)
  const town = useTown()
  const invite = useInvite(town.key)
  const isNarrow = useMediaQuery('(max-width: 640px)')
  const [email, setEmail] = useState('')
  const [part, setPart] = useState<{ role: Role; departments: string[] }>({ role: 'agent', departments: [] })
  const [language, setLanguage] = useState<InterfaceLanguage>(
    () => interfaceLanguages.find(known => known === town.defaultLanguage) ?? 'en',
  )
  const [isTried, setTried] = useState(false)
  useFocusBack()
  const isWrong = !isEmail(email.trim())
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isWrong) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    invite.mutate({ email: email.trim(), ...part, language })
  }
  return (
    <Modal
      opened
      size={560}
      title={t('invite')}
      onClose={onClose}
      closeOnClickOutside={false}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {invite.data ? (
        <LinkShown
          lead={t('linkFor', { email: email.trim() })}
          email={email.trim()}
          link={invite.data}
          onClose={onClose}
        />
      ) : (
        <form className={dialog.form} noValidate onSubmit={submit}>
          <TextInput
            label={t('email')}
            type="email"
            data-autofocus
            value={email}
            error={isTried && isWrong ? t('badEmail') : undefined}
            onChange={event => setEmail(event.currentTarget.value)}
          />
          <RoleFields {...part} onChange={setPart} />
          {canSendMail && (
            <Select
              label={links('language')}
              allowDeselect={false}
              data={interfaceLanguages.map(value => ({ value, label: languageNames[value][0] }))}
              value={language}
              onChange={chosen => setLanguage(interfaceLanguages.find(known => known === chosen) ?? language)}
            />
          )}
          <Outcome error={invite.error} />
          <div className={dialog.foot}>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={invite.isPending}>
              {canSendMail ? links('send') : t('makeLink')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
