import { Button, NumberInput, TextInput } from '@mantine/core'
import type { Place } from '@pregoner/shared'
import { MapPin } from 'lucide-react'
import { useWords } from '../../i18n/index.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { Part } from './part.tsx'

interface PlaceFieldProps {
  value: Place | null
  onChange: (place: Place | null) => void
}

const nowhere: Place = { latitude: null, longitude: null, name: null, address: null }

/** A place sent with the message: by name and address, by coordinates or by both. */
export function PlaceField({ value, onChange }: PlaceFieldProps) {
  const t = useWords(nodeWords)
  if (!value)
    return (
      <Button variant="default" leftSection={<MapPin size={16} aria-hidden="true" />} onClick={() => onChange(nowhere)}>
        {t('place.add')}
      </Button>
    )
  return (
    <Part title={t('place')} onRemove={() => onChange(null)}>
      <PlaceInputs value={value} onChange={onChange} />
    </Part>
  )
}

/** The four fields of a place. */
export function PlaceInputs({ value, onChange }: { value: Place; onChange: (place: Place) => void }) {
  const t = useWords(nodeWords)
  const coordinate = (field: 'latitude' | 'longitude', limit: number) => (
    <NumberInput
      label={t(`place.${field}`)}
      value={value[field] ?? ''}
      min={-limit}
      max={limit}
      decimalScale={6}
      hideControls
      onChange={given => {
        const isInside = typeof given === 'number' && Math.abs(given) <= limit
        if (isInside || given === '') onChange({ ...value, [field]: isInside ? given : null })
      }}
    />
  )
  return (
    <>
      {(['name', 'address'] as const).map(field => (
        <TextInput
          key={field}
          label={t(`place.${field}`)}
          maxLength={1_000}
          value={value[field] ?? ''}
          onChange={event => onChange({ ...value, [field]: event.currentTarget.value || null })}
        />
      ))}
      <div className={styles.pair}>
        {coordinate('latitude', 90)}
        {coordinate('longitude', 180)}
      </div>
    </>
  )
}
