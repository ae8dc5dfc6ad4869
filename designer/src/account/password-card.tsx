import { Button, PasswordInput } from '@mantine/core'
import { MIN_PASSWORD_CHARS } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { useChangePassword } from '../api/account.ts'
import { useWords } from '../i18n/index.ts'
import styles from './account.module.css'
import { Outcome } from './outcome.tsx'
import { accountWords } from './words/account.ts'

/** A new password for oneself. */
export function PasswordCard() {
  const t = useWords(accountWords)
  const change = useChangePassword()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isTried, setTried] = useState(false)
  const isShort = next.length < MIN_PASSWORD_CHARS
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (current === '' || isShort) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const onSuccess = () => {
      setCurrent('')
      setNext('')
      setTried(false)
    }
    change.mutate({ current, next }, { onSuccess })
  }
  const toggle = { 'aria-label': t('show'), tabIndex: 0 }
  return (
    <form className={styles.card} noValidate onSubmit={submit}>
      <h2>{t('password')}</h2>
      <PasswordInput
        label={t('current')}
        autoComplete="current-password"
        value={current}
        error={isTried && current === '' ? t('currentMissing') : undefined}
        visibilityToggleButtonProps={toggle}
        onChange={event => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('next')}
        description={t('nextHelp', { count: MIN_PASSWORD_CHARS })}
        autoComplete="new-password"
        value={next}
        error={isTried && isShort ? t('short', { count: MIN_PASSWORD_CHARS }) : undefined}
        visibilityToggleButtonProps={toggle}
        onChange={event => setNext(event.currentTarget.value)}
      />
      <Outcome of={change} done={t('passwordSaved')} />
      <Button type="submit" variant="default" className={styles.button ?? ''} loading={change.isPending}>
        {t('savePassword')}
      </Button>
    </form>
  )
}
