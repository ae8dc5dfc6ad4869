import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import type { TownPerson } from '@pregoner/shared'
import { UserRoundMinus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useChangePerson, usePasswordLink, useSignOutPerson } from '../api/people.ts'
import { useTownKey } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { DialogFoot } from './dialog-foot.tsx'
import dialog from './entry-dialog.module.css'
import forms from './forms.module.css'
import { LinkShown } from './link-shown.tsx'
import { Outcome } from './outcome.tsx'
import styles from './people.module.css'
import { type PersonAsked, PersonQuestion } from './person-question.tsx'
import { RoleFields } from './role-fields.tsx'
import { entryWords } from './words/entries.ts'
import { leavingWords } from './words/leaving.ts'
import { peopleWords } from './words/people.ts'

interface PersonDialogProps {
  person: TownPerson
  onClose: () => void
}

/** Changes what a person may do, how they come in, and whether they may. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const t = useWords(peopleWords)
  const common = useWords(entryWords)
  const leaving = useWords(leavingWords)
  const townKey = useTownKey()
  const isNarrow = useMediaQuery('(max-width: 640px)')
  const change = useChangePerson(townKey, person.id)
  const link = usePasswordLink(townKey, person.id)
  const [asks, setAsks] = useState<PersonAsked | null>(null)
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
      {asks && <PersonQuestion asks={asks} person={person} onBack={() => setAsks(null)} onDone={told} />}
      {!asks && link.data && (
        <LinkShown
          lead={t('passwordLinkFor', { name: person.name })}
          email={person.email}
          link={link.data}
          onClose={onClose}
        />
      )}
      {!asks && !link.data && (
        <form className={dialog.form} onSubmit={submit}>
          <RoleFields {...part} onChange={setPart} />
          <AccessActions
            person={person}
            onDone={told}
            onAsk={setAsks}
            onLink={() => link.mutate()}
            isLinking={link.isPending}
            onLetIn={() =>
              change.mutate({ isDisabled: false }, { onSuccess: () => told(t('letIn', { name: person.name })) })
            }
          />
          <Outcome error={change.error ?? link.error} />
          <DialogFoot
            isSaving={change.isPending}
            onCancel={onClose}
            onDelete={() => setAsks('remove')}
            deleting={{ words: leaving('remove'), Icon: UserRoundMinus }}
          />
        </form>
      )}
    </Modal>
  )
}

interface AccessActionsProps {
  person: TownPerson
  onDone: (message: string) => void
  onAsk: (asked: PersonAsked) => void
  onLink: () => void
  isLinking: boolean
  onLetIn: () => void
}

function AccessActions({ person, onDone, onAsk, onLink, isLinking, onLetIn }: AccessActionsProps) {
  const t = useWords(peopleWords)
  const townKey = useTownKey()
  const signOut = useSignOutPerson(townKey, person.id)
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
          <Button variant="default" onClick={() => onAsk('reset')}>
            {t('reset')}
          </Button>
        )}
        {person.isDisabled ? (
          <Button variant="default" onClick={onLetIn}>
            {t('enable')}
          </Button>
        ) : (
          <Button variant="default" c="var(--late)" onClick={() => onAsk('disable')}>
            {t('disable')}
          </Button>
        )}
      </div>
      <Outcome error={signOut.error} />
    </fieldset>
  )
}
