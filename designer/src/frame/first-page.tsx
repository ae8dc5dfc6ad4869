import type { Role } from '@pregoner/shared'
import { DoorOpen } from 'lucide-react'
import { Navigate } from 'react-router'
import { useRole, useSession } from '../api/session.ts'
import { useTownKey } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import { readLastTown } from './last-town.ts'
import { Empty, Failed, PageLoading } from './states.tsx'
import { frameWords } from './words.ts'

/** Leads to where the person works: sign-in, the town they looked at last, or their only one. */
export function FirstPage() {
  const t = useWords(frameWords)
  const session = useSession()
  if (session.isPending) return <PageLoading />
  if (session.isError && session.data === undefined)
    return <Failed error={session.error} onRetry={() => void session.refetch()} />
  if (!session.data) return <Navigate to="/signin" replace />
  const { memberships } = session.data
  const last = readLastTown()
  const membership = memberships.find(({ townKey }) => townKey === last) ?? memberships[0]
  if (!membership)
    return (
      <Empty Icon={DoorOpen} title={t('noTowns')}>
        {t('noTownsHelp')}
      </Empty>
    )
  return <Navigate to={`/t/${membership.townKey}/${firstSection(membership.role)}`} replace />
}

/** Within a town: agents work with incidents, the others begin at the flows. */
export function FirstSection() {
  const role = useRole(useTownKey())
  return <Navigate to={firstSection(role)} replace />
}

const firstSection = (role: Role | null) => (role === 'agent' ? 'incidents' : 'flows')
