import { Alert, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Siren } from 'lucide-react'
import { Link } from 'react-router'
import { describeError } from '../../api/api-error.ts'
import { useFrontNotices, useWithdrawFront } from '../../api/front-notices.ts'
import { useTown } from '../../api/town.ts'
import { useWords } from '../../i18n/index.ts'
import { useTownWhen } from '../plan/use-town-when.ts'
import { emergencyFormWords } from '../words/emergency.ts'
import own from './running-fronts.module.css'

/** The emergencies that are said before every answer now; of one notice alone when it is named. */
export function RunningFronts({ only }: { only?: string }) {
  const t = useWords(emergencyFormWords)
  const town = useTown()
  const when = useTownWhen()
  const { data } = useFrontNotices(town.key)
  const withdraw = useWithdrawFront(town.key)
  const shown = data?.filter(({ id }) => only === undefined || id === only) ?? []
  if (shown.length === 0) return null
  return (
    <Alert color="red" icon={<Siren size={18} aria-hidden="true" />} title={t('running')}>
      <ul className={own.list}>
        {shown.map(({ id, name, until }) => (
          <li key={id} className={own.item}>
            <span className={own.about}>
              {only === undefined && <Link to={`/t/${town.key}/broadcasts/${id}`}>{name}</Link>}
              <span>{t('until', { when: when(until) })}</span>
            </span>
            <Button
              variant="default"
              loading={withdraw.isPending && withdraw.variables === id}
              onClick={() => withdraw.mutate(id, { onSuccess: () => notifications.show({ message: t('withdrawn') }) })}
            >
              {t('withdraw')}
            </Button>
          </li>
        ))}
      </ul>
      {withdraw.isError && <p role="alert">{describeError(withdraw.error)}</p>}
    </Alert>
  )
}
