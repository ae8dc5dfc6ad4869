import { Alert, Button, PasswordInput, TextInput } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { describeError, isApiError } from '../api/api-error.ts'
import { useSession, useSignIn } from '../api/session.ts'
import { usePageTitle } from '../frame/page-title.ts'
import { useWords } from '../i18n/index.ts'
import { LanguageChoice } from './language-choice.tsx'
import styles from './sign-in.module.css'
import { signInWords } from './words.ts'

/** The first screen: language, address, password. */
export function SignInPage() {
  const t = useWords(signInWords)
  const [search] = useSearchParams()
  const session = useSession()
  const signIn = useSignIn()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [isTried, setTried] = useState(false)
  const titleId = useId()
  const emailInput = useRef<HTMLInputElement>(null)
  const passwordInput = useRef<HTMLInputElement>(null)
  const codeInput = useRef<HTMLInputElement>(null)
  const [asksCode, setAsksCode] = useState(false)
  usePageTitle(t('title'))

  if (session.data) return <Navigate to={ownPath(search.get('to'))} replace />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (email.trim() === '') return emailInput.current?.focus()
    if (password === '') return passwordInput.current?.focus()
    const given = { email: email.trim(), password, ...(asksCode && { code: code.trim() }) }
    signIn.mutate(given, {
      onError(error) {
        const isCode = asksCode ? !isApiError(error, 'wrong_password') : isApiError(error, 'code_needed')
        setAsksCode(isCode)
        setCode('')
        requestAnimationFrame(() => (isCode ? codeInput : passwordInput).current?.focus())
      },
    })
  }

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          Pregoner
        </span>
        <LanguageChoice label={t('language')} />
      </header>
      <main className={styles.middle}>
        <form className={styles.form} aria-labelledby={titleId} noValidate onSubmit={submit}>
          <h1 id={titleId}>{t('title')}</h1>
          <p className={styles.lead}>{t('lead')}</p>
          {signIn.isError && !isApiError(signIn.error, 'code_needed') && (
            <Alert
              color="red"
              role="alert"
              icon={<TriangleAlert size={18} aria-hidden="true" />}
              className={styles.alert ?? ''}
            >
              {describeError(signIn.error)}
            </Alert>
          )}
          <TextInput
            ref={emailInput}
            label={t('email')}
            type="email"
            name="email"
            size="md"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            error={isTried && email.trim() === '' ? t('emailMissing') : undefined}
            onChange={event => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            ref={passwordInput}
            label={t('password')}
            name="password"
            size="md"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            visibilityToggleButtonProps={{ 'aria-label': t('show'), tabIndex: 0 }}
            error={isTried && password === '' ? t('passwordMissing') : undefined}
            onChange={event => setPassword(event.currentTarget.value)}
          />
          {asksCode && (
            <TextInput
              ref={codeInput}
              label={t('code')}
              description={t('codeHelp')}
              name="code"
              size="md"
              autoComplete="one-time-code"
              value={code}
              onChange={event => setCode(event.currentTarget.value)}
            />
          )}
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t('signIn')}
          </Button>
          <p className={styles.hint}>{t('forgotten')}</p>
        </form>
      </main>
    </div>
  )
}

/** Only paths of this site: a link with `to=//elsewhere` must not lead away. */
const ownPath = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : '/')
