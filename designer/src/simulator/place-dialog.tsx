import { Button, Group, Modal, Stack } from '@mantine/core'
import type { Place } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { PlaceInputs } from '../nodes/fields/place-field.tsx'
import { simulatorWords } from './words.ts'

const nowhere: Place = { latitude: null, longitude: null, name: null, address: null }

interface PlaceDialogProps {
  isOpen: boolean
  onClose: () => void
  onSend: (place: Place) => void
}

/** A place sent from the simulated phone, by coordinates or by address. */
export function PlaceDialog({ isOpen, onClose, onSend }: PlaceDialogProps) {
  const t = useWords(simulatorWords)
  const [place, setPlace] = useState(nowhere)
  const isPlace = place.address !== null || place.name !== null || (place.latitude !== null && place.longitude !== null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!isPlace) return
    onSend(place)
    setPlace(nowhere)
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('place_title')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={send}>
        <Stack gap="md">
          <PlaceInputs value={place} onChange={setPlace} />
          {!isPlace && <p>{t('place_missing')}</p>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!isPlace}>
              {t('place_send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
