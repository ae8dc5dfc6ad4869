import { Badge, Button, Switch } from '@mantine/core'
import type { TownPerson } from '@pregoner/shared'
import { Pencil, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { usePeople, useRequireSecondFactor } from '../api/people.ts'
import { useTown } from '../api/town.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import forms from './forms.module.css'
import { InvitationRow } from './invitation-row.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { Outcome } from './outcome.tsx'
import styles from './people.module.css'
import { PersonDialog } from './person-dialog.tsx'
import { useRoleWords } from './use-role-words.ts'
import { entryWords } from './words/entries.ts'
import { peopleWords } from './words/people.ts'

/** Who works in the town, whom somebody has invited, and whether a second factor is asked for. */
export default function People() {
  const t = useWords(peopleWords)
  const town = useTown()
  const { data, error, refetch } = usePeople(town.key)
  const [open, setOpen] = useState<TownPerson | 'invite' | null>(null)
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <PageLoading />
  return (
    <>
      <div className={forms.top}>
        <h2>{t('title')}</h2>
        <Button leftSection={<UserRoundPlus size={16} aria-hidden="true" />} onClick={() => setOpen('invite')}>
          {t('invite')}
        </Button>
      </div>
      {data.people.length === 0 ? (
        <Empty Icon={UserRoundPlus} title={t('nobody')}>
          {t('nobodyHelp')}
        </Empty>
      ) : (
        <ul className={forms.rows}>
          {data.people.map(person => (
            <PersonRow key={person.id} person={person} onEdit={() => setOpen(person)} />
          ))}
        </ul>
      )}
      {data.invitations.length > 0 && (
        <>
          <h3>{t('invitations')}</h3>
          <ul className={forms.rows}>
            {data.invitations.map(invitation => (
              <InvitationRow
                key={invitation.email + invitation.kind}
                invitation={invitation}
                canSendMail={data.canSendMail}
              />
            ))}
          </ul>
        </>
      )}
      <SecondFactorRule isRequired={data.requiresSecondFactor} />
      {open === 'invite' && <InviteDialog canSendMail={data.canSendMail} onClose={() => setOpen(null)} />}
      {open && open !== 'invite' && <PersonDialog person={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function PersonRow({ person, onEdit }: { person: TownPerson; onEdit: () => void }) {
  const t = useWords(peopleWords)
  const common = useWords(entryWords)
  const formats = useFormats()
  const now = useNow()
  const roleWords = useRoleWords()
  const { name, email, role, departments, isDisabled, hasSecondFactor, isYou, seenAt } = person
  return (
    <li data-disabled={isDisabled}>
      <span className={forms.rowText}>
        <span className={styles.name}>
          <strong>{name}</strong>
          {isYou && (
            <Badge tt="none" variant="light">
              {t('you')}
            </Badge>
          )}
          {isDisabled && (
            <Badge tt="none" variant="light" color="red">
              {t('disabled')}
            </Badge>
          )}
          {hasSecondFactor && (
            <Badge tt="none" variant="light" color="gray">
              {t('secondFactor')}
            </Badge>
          )}
        </span>
        <span className={forms.note}>{roleWords(role, departments)}</span>
        <span className={forms.note}>
          {email}
          {seenAt && ` · ${t('seen', { when: formats.relative(seenAt, now) })}`}
        </span>
      </span>
      <Button
        variant="subtle"
        aria-label={common('edit', { name })}
        leftSection={<Pencil size={16} aria-hidden="true" />}
        onClick={onEdit}
      >
        {common('editShort')}
      </Button>
    </li>
  )
}

function SecondFactorRule({ isRequired }: { isRequired: boolean }) {
  const t = useWords(peopleWords)
  const { key } = useTown()
  const require = useRequireSecondFactor(key)
  return (
    <section className={styles.rule}>
      <Switch
        label={t('requireSecondFactor')}
        description={t('requireHelp')}
        checked={isRequired}
        disabled={require.isPending}
        onChange={event => require.mutate(event.currentTarget.checked)}
      />
      <Outcome error={require.error} />
    </section>
  )
}
