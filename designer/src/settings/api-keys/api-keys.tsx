import { Button, Switch } from '@mantine/core'
import type { ApiKey } from '@pregoner/shared'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useApiKeys } from '../../api/api-keys.ts'
import { useSaveOpen311 } from '../../api/settings.ts'
import { useTown, useTownKey } from '../../api/town.ts'
import { Empty, Failed, PageLoading } from '../../frame/states.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/index.ts'
import { useNow } from '../../i18n/use-now.ts'
import { type Column, Ledger } from '../../privacy/ledger.tsx'
import { CopyLine } from '../copy-line.tsx'
import { Outcome } from '../outcome.tsx'
import settings from '../settings.module.css'
import { MakeKeyDialog } from './make-key-dialog.tsx'
import { RevokeKeyDialog } from './revoke-key-dialog.tsx'
import { apiKeyWords } from './words.ts'

/** Where others' programs read this town's incidents, and the keys with which they may report one. */
export default function ApiKeys() {
  const t = useWords(apiKeyWords)
  const town = useTownKey()
  const { data, error, refetch } = useApiKeys(town)
  const [isMaking, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey | null>(null)
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <PageLoading />
  const make = <Button onClick={() => setMaking(true)}>{t('make')}</Button>
  return (
    <>
      <section className={settings.card}>
        <h2>{t('endpoint')}</h2>
        <p className={settings.note}>{t('endpointLead')}</p>
        <CopyLine label={t('address')} help={t('addressHelp')} value={`${location.origin}/open311/${town}/v2/`} />
        <PublishingRule />
        <p className={settings.note}>{t('sending')}</p>
      </section>
      {data.length === 0 ? (
        <Empty Icon={KeyRound} title={t('none')} action={make}>
          {t('noneHelp')}
        </Empty>
      ) : (
        <section className={settings.card}>
          <div className={settings.cardTop}>
            <h2>{t('title')}</h2>
            <div className={settings.cardActions}>{make}</div>
          </div>
          <p className={settings.note}>{t('lead')}</p>
          <KeyTable keys={data} onRevoke={setRevoking} />
        </section>
      )}
      {isMaking && <MakeKeyDialog town={town} onClose={() => setMaking(false)} />}
      {revoking && <RevokeKeyDialog town={town} apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

function PublishingRule() {
  const t = useWords(apiKeyWords)
  const { key, open311 } = useTown()
  const save = useSaveOpen311(key)
  return (
    <>
      <Switch
        label={t('publishes')}
        description={t('publishesHelp')}
        checked={open311?.publishesReports ?? false}
        disabled={save.isPending}
        onChange={event => save.mutate(event.currentTarget.checked)}
      />
      <Outcome error={save.error} />
    </>
  )
}

function KeyTable({ keys, onRevoke }: { keys: ApiKey[]; onRevoke: (key: ApiKey) => void }) {
  const t = useWords(apiKeyWords)
  const formats = useFormats()
  const now = useNow()
  const state = (key: ApiKey) =>
    key.revokedAt ? (
      t('revokedOn', { date: formats.date(key.revokedAt) })
    ) : (
      <Button
        size="compact-md"
        mih="var(--target)"
        variant="default"
        aria-label={t('revokeNamed', { name: key.name })}
        onClick={() => onRevoke(key)}
      >
        {t('revoke')}
      </Button>
    )
  const columns: Column<ApiKey>[] = [
    { name: 'name', label: t('name'), cell: ({ name }) => <strong>{name}</strong> },
    {
      ...{ name: 'made', label: t('made') },
      cell: ({ madeAt, madeBy }) => (
        <>
          {formats.date(madeAt)}
          <div className={settings.note}>{madeBy}</div>
        </>
      ),
    },
    {
      ...{ name: 'used', label: t('used') },
      cell: ({ usedAt }) => (usedAt ? formats.relative(usedAt, now) : t('never')),
      whole: ({ usedAt }) => (usedAt ? formats.exact(usedAt) : undefined),
    },
    { name: 'state', label: t('state'), cell: state },
  ]
  return <Ledger label={t('title')} rows={keys} keyOf={({ id }) => id} columns={columns} />
}
