import { Button, Select, TextInput } from '@mantine/core'
import { languageCodes, type NewTown, townKey } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { Link, Navigate, useNavigate } from 'react-router'
import { useCreateTown } from '../api/account.ts'
import { useSession } from '../api/session.ts'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { PageLoading } from '../frame/states.tsx'
import { useLanguage, useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { newEntryId } from '../settings/new-entry-id.ts'
import styles from './account.module.css'
import { Outcome } from './outcome.tsx'
import { PlainPage } from './plain-page.tsx'
import { newTownWords } from './words/new-town.ts'

const ZONES = { ES: ['Europe/Madrid', 'Atlantic/Canary'], IT: ['Europe/Rome'] } as const

/** Where whoever runs the installation creates another town. */
export default function NewTownPage() {
  const t = useWords(newTownWords)
  const session = useSession()
  if (session.isPending) return <PageLoading />
  if (!session.data) return <Navigate to="/signin?to=/new-town" replace />
  if (!session.data.isInstallationAdministrator) return <NotFoundPage />
  return (
    <PlainPage title={t('title')} lead={t('lead')}>
      <NewTownForm />
    </PlainPage>
  )
}

function NewTownForm() {
  const t = useWords(newTownWords)
  const nameOf = useWords(languageWords)
  const [spoken] = useLanguage()
  const navigate = useNavigate()
  const create = useCreateTown()
  const [ownKey, setOwnKey] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const [town, setTown] = useState<Omit<NewTown, 'key'>>({
    ...{ name: '', language: spoken, country: 'ES', timeZone: ZONES.ES[0] },
  })
  const key = ownKey ?? (town.name.trim() ? newEntryId(town.name, []) : '')
  const isNameless = town.name.trim() === ''
  const isBadKey = !townKey.safeParse(key).success

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isNameless || isBadKey) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const onSuccess = () => void navigate(`/t/${key}/settings/people`)
    create.mutate({ ...town, name: town.name.trim(), key }, { onSuccess })
  }

  return (
    <form className={styles.card} noValidate onSubmit={submit}>
      <TextInput
        label={t('name')}
        maxLength={120}
        value={town.name}
        error={isTried && isNameless ? t('nameMissing') : undefined}
        onChange={event => setTown({ ...town, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('key')}
        description={t('keyHelp', { address: `/chat/${key || '…'}` })}
        maxLength={40}
        value={key}
        error={isTried && isBadKey ? t('badKey') : undefined}
        onChange={event => setOwnKey(event.currentTarget.value.trim().toLowerCase())}
      />
      <Select
        label={t('language')}
        description={t('languageHelp')}
        allowDeselect={false}
        data={languageCodes.map(code => ({ value: code, label: nameOf(code) }))}
        value={town.language}
        onChange={value => setTown({ ...town, language: languageCodes.find(code => code === value) ?? town.language })}
      />
      <Select
        label={t('country')}
        allowDeselect={false}
        data={[
          { value: 'ES', label: t('ES') },
          { value: 'IT', label: t('IT') },
        ]}
        value={town.country}
        onChange={value => {
          const country = value === 'IT' ? 'IT' : 'ES'
          setTown({ ...town, country, timeZone: ZONES[country][0] })
        }}
      />
      <Select
        label={t('timeZone')}
        allowDeselect={false}
        data={[...ZONES[town.country]]}
        value={town.timeZone}
        onChange={timeZone => timeZone && setTown({ ...town, timeZone })}
      />
      <Outcome of={create} done="" />
      <div className={styles.row}>
        <Button type="submit" loading={create.isPending}>
          {t('create')}
        </Button>
        <Button component={Link} to="/" variant="default">
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
