import { Alert, Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { type BookableService, textIn, townDateTime } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useBook, useFreeHours } from '../api/appointments.ts'
import { useTown } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import entry from '../settings/entry-dialog.module.css'
import styles from './appointments.module.css'
import { appointmentWords } from './words.ts'

const NARROW = '(max-width: 640px)'

interface BookDialogProps {
  services: readonly BookableService[]
  day: string
  onClose: () => void
}

/** Notes down an appointment somebody asks for by telephone or at the counter. */
export function BookDialog({ services, day: shownDay, onClose }: BookDialogProps) {
  const t = useWords(appointmentWords)
  const town = useTown()
  const [language] = useLanguage()
  const isNarrow = useMediaQuery(NARROW)
  const [serviceId, setServiceId] = useState(services[0]?.id ?? '')
  const [day, setDay] = useState(shownDay)
  const [at, setAt] = useState('')
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const free = useFreeHours(town.key, serviceId, day)
  const book = useBook(town.key)
  useFocusBack()
  const hours = free.data?.hours ?? []
  const isFree = hours.includes(at)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isFree || name.trim() === '') return
    book.mutate(
      { serviceId, at, name: name.trim(), note: note.trim() },
      {
        onSuccess: ({ reference }) => {
          notifications.show({ message: t('booked', { reference }) })
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      opened
      size={560}
      title={t('book')}
      onClose={onClose}
      closeOnClickOutside={false}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={entry.form} noValidate autoComplete="off" onSubmit={submit}>
        <NativeSelect
          label={t('service')}
          data={services.map(one => ({ value: one.id, label: textIn(one.name, language, town.defaultLanguage) }))}
          value={serviceId}
          onChange={event => setServiceId(event.currentTarget.value)}
        />
        <TextInput type="date" label={t('date')} value={day} onChange={event => setDay(event.currentTarget.value)} />
        <fieldset className={styles.hours}>
          <legend>{t('hour')}</legend>
          {hours.map(one => (
            <label key={one}>
              <input type="radio" name="hour" checked={one === at} onChange={() => setAt(one)} />
              <span>{townDateTime(new Date(one), town.timeZone).time}</span>
            </label>
          ))}
          {free.isSuccess && hours.length === 0 && <p className={styles.none}>{t('noHours')}</p>}
          {isTried && !isFree && hours.length > 0 && (
            <p className={styles.fault} role="alert">
              {t('chooseHour')}
            </p>
          )}
        </fieldset>
        <TextInput
          label={t('name')}
          maxLength={120}
          value={name}
          error={isTried && name.trim() === '' ? t('nameMissing') : undefined}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('noteLabel')}
          autosize
          maxRows={5}
          maxLength={500}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        {(book.error ?? free.error) && (
          <Alert color="red" role="alert">
            {describeError(book.error ?? free.error)}
          </Alert>
        )}
        <div className={entry.foot}>
          <Button variant="default" onClick={onClose}>
            {t('back')}
          </Button>
          <Button type="submit" loading={book.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
