import { Anchor } from '@mantine/core'
import { ArrowLeft } from 'lucide-react'
import { Link, Navigate } from 'react-router'
import { useAccount } from '../api/account.ts'
import { useSession } from '../api/session.ts'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import styles from './account.module.css'
import { DigestCard } from './digest-card.tsx'
import { NameCard } from './name-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { PlainPage } from './plain-page.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { accountWords } from './words/account.ts'

/** One's own account: name, password, second factor, other sessions. */
export default function AccountPage() {
  const t = useWords(accountWords)
  const session = useSession()
  const account = useAccount(Boolean(session.data))
  if (session.isPending) return <PageLoading />
  if (!session.data) return <Navigate to="/signin?to=/account" replace />
  const isClosed = session.data.closedWithoutSecondFactor.length > 0
  return (
    <PlainPage title={t('title')} lead={session.data.email}>
      {isClosed ? (
        <p className={styles.needed} role="status">
          {t('needed', { towns: account.data?.requiredBy.join(', ') ?? '' })}
        </p>
      ) : (
        <Anchor component={Link} to="/" className={styles.button ?? ''}>
          <ArrowLeft size={16} aria-hidden="true" /> {t('back')}
        </Anchor>
      )}
      {account.isPending && <PageLoading />}
      {account.isError && <Failed error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && (
        <>
          <SecondFactorCard account={account.data} />
          <NameCard name={account.data.name} />
          {!isClosed && <DigestCard />}
          <PasswordCard />
          <SessionsCard />
        </>
      )}
    </PlainPage>
  )
}
