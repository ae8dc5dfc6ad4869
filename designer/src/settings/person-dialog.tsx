import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import type { TownPerson } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { linkAddress, useChangePerson, usePasswordLink, useResetSecondFactor, useSignOutPerson } from '../api/people.ts'
import { useTownKey } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import dialog from './entry-dialog.module.css'
import forms from './forms.module.css'
import { LinkShown } from './link-shown.tsx'
import { Outcome } from './outcome.tsx'
import styles from './people.module.css'
import { RoleFields } from './role-fields.tsx'
import { entryWords } from './words/entries.ts'
import { peopleWords } from './words/people.ts'

interface PersonDialogProps {
  person: TownPerson
  onClose: () => void
}

/** Changes what a person may do, how they come in, and whether they may. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const t = useWords(peopleWords)
  const common = useWords(entryWords)
  const townKey = useTownKey()
  const isNarrow = useMediaQuery('(max-width: 640px)')
  const change = useChangePerson(townKey, person.id)
  const link = usePasswordLink(townKey, person.id)
  const [part, setPart] = useState({ role: person.role, departments: person.departments })
  useFocusBack()
  const told = (message: string) => {
    notifications.show({ message })
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(part, { onSuccess: () => told(common('saved')) })
  }
  return (
    <Modal
      opened
      size={640}
      title={person.name}
      onClose={onClose}
      closeOnClickOutside={false}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {link.data ? (
        <LinkShown
          lead={t('passwordLinkFor', { name: person.name })}
          address={linkAddress(link.data.token)}
          expiresAt={link.data.expiresAt}
          onClose={onClose}
        />
      ) : (
        <form className={dialog.form} onSubmit={submit}>
          <RoleFields {...part} onChange={setPart} />
          <AccessActions person={person} onDone={told} onLink={() => link.mutate()} isLinking={link.isPending} />
          <Outcome error={change.error ?? link.error} />
          <div className={dialog.foot}>
            <Button
              variant="subtle"
              color={person.isDisabled ? undefined : 'red'}
              className={dialog.delete ?? ''}
              onClick={() =>
                change.mutate(
                  { isDisabled: !person.isDisabled },
                  { onSuccess: () => told(t(person.isDisabled ? 'letIn' : 'shutOut', { name: person.name })) },
                )
              }
            >
              {t(person.isDisabled ? 'enable' : 'disable')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {common('save')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}

interface AccessActionsProps {
  person: TownPerson
  onDone: (message: string) => void
  onLink: () => void
  isLinking: boolean
}

function AccessActions({ person, onDone, onLink, isLinking }: AccessActionsProps) {
  const t = useWords(peopleWords)
  const townKey = useTownKey()
  const signOut = useSignOutPerson(townKey, person.id)
  const reset = useResetSecondFactor(townKey, person.id)
  const { name, isElsewhere, hasSecondFactor } = person
  return (
    <fieldset className={forms.group}>
      <legend>{t('access')}</legend>
      {isElsewhere && <p className={forms.note}>{t('elsewhere')}</p>}
      <div className={styles.actions}>
        {!person.isYou && (
          <Button
            variant="default"
            loading={signOut.isPending}
            onClick={() => signOut.mutate(undefined, { onSuccess: () => onDone(t('signedOut', { name })) })}
          >
            {t('signOut')}
          </Button>
        )}
        {!isElsewhere && (
          <Button variant="default" loading={isLinking} onClick={onLink}>
            {t('passwordLink')}
          </Button>
        )}
        {!isElsewhere && hasSecondFactor && (
          <Button
            variant="default"
            loading={reset.isPending}
            onClick={() => reset.mutate(undefined, { onSuccess: () => onDone(t('resetDone', { name })) })}
          >
            {t('reset')}
          </Button>
        )}
      </div>
      <Outcome error={signOut.error ?? reset.error} />
    </fieldset>
  )
}
