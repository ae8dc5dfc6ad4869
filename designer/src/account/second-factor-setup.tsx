import { Button, CopyButton, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useConfirmSecondFactor } from '../api/account.ts'
import { useWords } from '../i18n/index.ts'
import styles from './account.module.css'
import { Outcome } from './outcome.tsx'
import { QrCode } from './qr-code.tsx'
import { accountWords } from './words/account.ts'

const QR_PX = 208

interface SecondFactorSetupProps {
  secret: string
  uri: string
  onDone: () => void
}

/** Takes the secret to an app, has a first code shown, and gives the recovery codes. */
export function SecondFactorSetup({ secret, uri, onDone }: SecondFactorSetupProps) {
  const t = useWords(accountWords)
  const confirm = useConfirmSecondFactor()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) confirm.mutate(code.trim(), { onError: () => setCode('') })
  }
  if (confirm.data) return <RecoveryCodes codes={confirm.data.codes} onDone={onDone} />
  return (
    <form className={styles.inner} onSubmit={submit}>
      <div className={styles.scan}>
        <QrCode text={uri} label={t('qr')} size={QR_PX} />
        <ol className={styles.steps}>
          <li>{t('stepApp')}</li>
          <li>
            {t('stepScan')}
            <br />
            <code className={styles.key}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
          </li>
          <li>{t('stepCode')}</li>
        </ol>
      </div>
      <TextInput
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        value={code}
        onChange={event => setCode(event.currentTarget.value)}
      />
      <Outcome of={confirm} done="" />
      <Button type="submit" className={styles.button ?? ''} loading={confirm.isPending}>
        {t('confirm')}
      </Button>
    </form>
  )
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useWords(accountWords)
  return (
    <div className={styles.inner} role="status">
      <h3>{t('recovery')}</h3>
      <p className={styles.note}>{t('recoveryHelp')}</p>
      <ul className={styles.codes}>
        {codes.map(each => (
          <li key={each} className={styles.key}>
            {each}
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'copied' : 'copyCodes')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t('kept')}</Button>
      </div>
    </div>
  )
}
