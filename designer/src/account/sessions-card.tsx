import { Button } from '@mantine/core'
import { useEndOtherSessions } from '../api/account.ts'
import { useWords } from '../i18n/index.ts'
import styles from './account.module.css'
import { Outcome } from './outcome.tsx'
import { accountWords } from './words/account.ts'

/** Signs oneself out on every other device. */
export function SessionsCard() {
  const t = useWords(accountWords)
  const end = useEndOtherSessions()
  return (
    <section className={styles.card}>
      <h2>{t('sessions')}</h2>
      <p className={styles.note}>{t('sessionsHelp')}</p>
      <Outcome of={end} done={t('sessionsEnded')} />
      <Button variant="default" className={styles.button ?? ''} loading={end.isPending} onClick={() => end.mutate()}>
        {t('endSessions')}
      </Button>
    </section>
  )
}
