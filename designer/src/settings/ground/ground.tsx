import { Alert, Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type Geography, noGeography } from '@pregoner/shared'
import { FileUp, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../../api/api-error.ts'
import { useGeography, useSaveGeography } from '../../api/geography.ts'
import { useTown } from '../../api/town.ts'
import { Failed, PageLoading } from '../../frame/states.tsx'
import { useWords } from '../../i18n/index.ts'
import styles from '../settings.module.css'
import { DistrictDrawing } from './district-drawing.tsx'
import ground from './ground.module.css'
import { readDistricts } from './read-districts.ts'
import { readStreets } from './read-streets.ts'
import { groundWords } from './words.ts'

const FAULTS_SHOWN = 10

/** Where things are in the town: its parts and its streets, read from the files a town hall has. */
export default function Ground() {
  const t = useWords(groundWords)
  const town = useTown()
  const { data, error, isPending, refetch } = useGeography(town.key)
  const save = useSaveGeography(town.key)
  const [faults, setFaults] = useState<{ of: 'districts' | 'streets'; told: string[] } | null>(null)
  if (isPending) return <PageLoading />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  const geography: Geography = data ?? noGeography
  const { districts, streets } = geography

  /** All or nothing: a file with faults changes nothing. */
  function keep(of: 'districts' | 'streets', told: string[], change: Partial<Geography>): void {
    setFaults(told.length > 0 ? { of, told } : null)
    if (told.length > 0) return
    save.mutate({ ...geography, ...change }, { onSuccess: () => notifications.show({ message: t('saved') }) })
  }
  async function takeDistricts(file: File | null): Promise<void> {
    if (!file) return
    const read = readDistricts(await file.text(), districts)
    keep(
      'districts',
      read.faults.map(fault => t(fault.code, 'at' in fault ? { at: fault.at } : {})),
      { districts: read.districts },
    )
  }
  async function takeStreets(file: File | null): Promise<void> {
    if (!file) return
    const read = readStreets(await file.text())
    keep(
      'streets',
      read.faults.map(fault => t(fault.code, 'line' in fault ? { line: fault.line } : {})),
      { streets: read.streets },
    )
  }

  return (
    <section className={styles.card}>
      <h2>{t('title')}</h2>
      <p className={styles.note}>{t('lead')}</p>
      {save.isError && (
        <Alert color="red" role="alert">
          {describeError(save.error)}
        </Alert>
      )}
      {districts.length + streets.length > 0 && (
        <DistrictDrawing geography={geography} label={t('drawing', { count: districts.length })} />
      )}
      <h3>{t('districts')}</h3>
      {districts.length === 0 ? (
        <p>{t('noDistricts')}</p>
      ) : (
        <ul className={ground.names}>
          {districts.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
      <p className={styles.note}>{t('districtsHint')}</p>
      <FileChoice
        accept=".geojson,.json,application/geo+json"
        label={t('chooseDistricts')}
        isBusy={save.isPending}
        onChoose={file => void takeDistricts(file)}
      />
      {faults?.of === 'districts' && <Faults told={faults.told} />}
      <h3>{t('streets')}</h3>
      <p>{t('streetCount', { count: streets.length })}</p>
      <p className={styles.note}>{t('streetsHint')}</p>
      <FileChoice
        accept=".csv,text/csv"
        label={t('chooseStreets')}
        isBusy={save.isPending}
        onChoose={file => void takeStreets(file)}
      />
      {faults?.of === 'streets' && <Faults told={faults.told} />}
    </section>
  )
}

interface FileChoiceProps {
  accept: string
  label: string
  isBusy: boolean
  onChoose: (file: File | null) => void
}

function FileChoice({ accept, label, isBusy, onChoose }: FileChoiceProps) {
  return (
    <FileButton accept={accept} onChange={onChoose}>
      {open => (
        <Button
          {...open}
          className={styles.link ?? ''}
          variant="default"
          leftSection={<FileUp size={16} aria-hidden />}
          loading={isBusy}
        >
          {label}
        </Button>
      )}
    </FileButton>
  )
}

function Faults({ told }: { told: string[] }) {
  const t = useWords(groundWords)
  return (
    <Alert color="red" role="alert" icon={<TriangleAlert size={18} aria-hidden />}>
      {t('wrong')}
      <ul className={ground.faults}>
        {told.slice(0, FAULTS_SHOWN).map(fault => (
          <li key={fault}>{fault}</li>
        ))}
        {told.length > FAULTS_SHOWN && <li>{t('more', { count: told.length - FAULTS_SHOWN })}</li>}
      </ul>
    </Alert>
  )
}
