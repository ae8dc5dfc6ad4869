import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type InvitationShown, MIN_PASSWORD_CHARS } from '@pregoner/shared'
import { Link2Off } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useAcceptInvitation, useInvitation } from '../api/account.ts'
import { describeError, isApiError } from '../api/api-error.ts'
import { useSignIn } from '../api/session.ts'
import { Empty, Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './account.module.css'
import { Outcome } from './outcome.tsx'
import { PlainPage } from './plain-page.tsx'
import { joinWords } from './words/join.ts'

/** Where a link leads: somebody joins a town, or chooses a new password. */
export default function JoinPage() {
  const t = useWords(joinWords)
  const token = useLocation().hash.slice(1)
  const invitation = useInvitation(token)
  const isOver =
    token === '' || isApiError(invitation.error, 'link_over') || isApiError(invitation.error, 'bad_request')
  if (isOver)
    return (
      <PlainPage title={t('over')}>
        <Empty
          Icon={Link2Off}
          title={t('overTitle')}
          action={
            <Button component={Link} to="/signin" variant="default">
              {t('toSignIn')}
            </Button>
          }
        >
          {isApiError(invitation.error, 'link_over') ? describeError(invitation.error) : t('overHelp')}
        </Empty>
      </PlainPage>
    )
  if (invitation.isError) return <Failed error={invitation.error} onRetry={() => void invitation.refetch()} />
  if (!invitation.data) return <PageLoading />
  return <JoinForm token={token} invitation={invitation.data} />
}

function JoinForm({ token, invitation }: { token: string; invitation: InvitationShown }) {
  const t = useWords(joinWords)
  const navigate = useNavigate()
  const accept = useAcceptInvitation()
  const signIn = useSignIn()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const { kind, email, townName, isKnown } = invitation
  const isJoining = kind === 'join'
  const asksName = isJoining && !isKnown
  const isNew = !isJoining || !isKnown
  const isShort = isNew ? password.length < MIN_PASSWORD_CHARS : password === ''
  const isNameless = asksName && name.trim() === ''

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isShort || isNameless) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const enter = () =>
      signIn.mutate(
        { email, password },
        { onSuccess: () => void navigate('/', { replace: true }), onError: () => void navigate('/signin') },
      )
    accept.mutate({ token, name: asksName ? name.trim() : null, password }, { onSuccess: enter })
  }

  return (
    <PlainPage
      title={isJoining ? t('join', { town: townName }) : t('newPassword')}
      lead={t(isKnown && isJoining ? 'leadKnown' : 'lead', { email })}
    >
      <form className={styles.card} noValidate onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        {asksName && (
          <TextInput
            label={t('name')}
            maxLength={120}
            autoComplete="name"
            value={name}
            error={isTried && isNameless ? t('nameMissing') : undefined}
            onChange={event => setName(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label={t(isNew ? 'choose' : 'own')}
          description={isNew ? t('chooseHelp', { count: MIN_PASSWORD_CHARS }) : undefined}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          value={password}
          error={isTried && isShort ? t(isNew ? 'short' : 'ownMissing', { count: MIN_PASSWORD_CHARS }) : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('show'), tabIndex: 0 }}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <Outcome of={accept} done="" />
        <Button type="submit" className={styles.button ?? ''} loading={accept.isPending || signIn.isPending}>
          {isJoining ? t('joinNow') : t('savePassword')}
        </Button>
      </form>
    </PlainPage>
  )
}
