import { Button, PasswordInput } from '@mantine/core'
import type { OwnAccount } from '@pregoner/shared'
import { ShieldCheck } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useRemoveSecondFactor, useStartSecondFactor } from '../api/account.ts'
import { useWords } from '../i18n/index.ts'
import styles from './account.module.css'
import { Outcome } from './outcome.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'
import { accountWords } from './words/account.ts'

/** A code of an app beside the password: set up, kept, given up. */
export function SecondFactorCard({ account }: { account: OwnAccount }) {
  const t = useWords(accountWords)
  const start = useStartSecondFactor()
  const remove = useRemoveSecondFactor()
  const [asks, setAsks] = useState(false)
  const [password, setPassword] = useState('')
  const { hasSecondFactor, requiredBy, recoveryCodes } = account
  const action = hasSecondFactor ? remove : start
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password === '') return
    const onSuccess = () => {
      setAsks(false)
      setPassword('')
    }
    action.mutate(password, { onSuccess })
  }
  return (
    <section className={styles.card}>
      <h2>{t('secondFactor')}</h2>
      {hasSecondFactor ? (
        <>
          <p className={styles.on}>
            <ShieldCheck size={20} aria-hidden="true" /> {t('isOn')}
          </p>
          <p className={styles.note}>{t('codesLeft', { count: recoveryCodes })}</p>
          {requiredBy.length > 0 && <p className={styles.note}>{t('required', { towns: requiredBy.join(', ') })}</p>}
        </>
      ) : (
        <p className={styles.note}>{t('secondFactorHelp')}</p>
      )}
      {start.data && <SecondFactorSetup {...start.data} onDone={start.reset} />}
      {!start.data && !asks && (requiredBy.length === 0 || !hasSecondFactor) && (
        <Button
          variant={hasSecondFactor ? 'default' : 'filled'}
          className={styles.button ?? ''}
          onClick={() => setAsks(true)}
        >
          {t(hasSecondFactor ? 'turnOff' : 'turnOn')}
        </Button>
      )}
      {asks && (
        <form className={styles.inner} onSubmit={submit}>
          <PasswordInput
            label={t('current')}
            description={t('passwordFirst')}
            autoComplete="current-password"
            data-autofocus
            value={password}
            visibilityToggleButtonProps={{ 'aria-label': t('show'), tabIndex: 0 }}
            onChange={event => setPassword(event.currentTarget.value)}
          />
          <Outcome of={action} done="" />
          <div className={styles.row}>
            <Button type="submit" color={hasSecondFactor ? 'red' : undefined} loading={action.isPending}>
              {t(hasSecondFactor ? 'turnOffNow' : 'goOn')}
            </Button>
            <Button variant="default" onClick={() => setAsks(false)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
