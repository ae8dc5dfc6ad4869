import { Alert, Button, Modal, NumberInput, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { type BookableService, bookableService, textIn } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { useRemoveService, useSaveService } from '../api/appointments.ts'
import { useTown } from '../api/town.ts'
import { usesTold } from '../api/town-entries.ts'
import { EntitySelect, FlowLanguagesProvider, LocalizedTextField } from '../fields/index.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { DialogFoot, LeaveQuestion } from '../settings/dialog-foot.tsx'
import entry from '../settings/entry-dialog.module.css'
import forms from '../settings/forms.module.css'
import { newEntryId } from '../settings/new-entry-id.ts'
import { UseList } from '../settings/use-list.tsx'
import { entryWords } from '../settings/words/entries.ts'
import { appointmentWords } from './words.ts'

const NARROW = '(max-width: 640px)'
const blank: Omit<BookableService, 'id'> = {
  ...{ departmentId: '', calendarId: '', name: {}, place: {}, slotMinutes: 30, capacity: 1, noticeHours: 2 },
  ...{ daysAhead: 30, mostPerPerson: 1, question: {}, remindsAt: '18:00' },
}
const numbers = [
  ['slotMinutes', 'slot', 5, 1_440],
  ['capacity', 'capacity', 1, 100],
  ['noticeHours', 'notice', 0, 336],
  ['daysAhead', 'ahead', 1, 90],
  ['mostPerPerson', 'most', 1, 20],
] as const

/** Adds, changes or deletes something that appointments are given for. */
export function ServiceDialog({ was, onClose }: { was: BookableService | null; onClose: () => void }) {
  const t = useWords(appointmentWords)
  const common = useWords(entryWords)
  const town = useTown()
  const [language] = useLanguage()
  const isNarrow = useMediaQuery(NARROW)
  const save = useSaveService(town.key)
  const remove = useRemoveService(town.key)
  const [before] = useState(() => {
    const only = <Entry extends { id: string }>(list: readonly Entry[]) =>
      list.length === 1 ? (list[0]?.id ?? '') : ''
    return was ?? { ...blank, departmentId: only(town.departments), calendarId: only(town.calendars) }
  })
  const [given, setGiven] = useState(before)
  const [isTried, setTried] = useState(false)
  const [asks, setAsks] = useState<'leave' | 'delete' | null>(null)
  useFocusBack()
  const main = given.name[town.defaultLanguage]?.trim() ?? ''
  const ids = (town.bookableServices ?? []).map(({ id }) => id)
  const service = { ...given, id: was?.id ?? newEntryId(main, ids) }
  const isTimeWrong = !bookableService.shape.remindsAt.safeParse(given.remindsAt).success
  const isMissing = given.departmentId === '' || given.calendarId === ''
  const isChanged = JSON.stringify(given) !== JSON.stringify(before)
  const close = () => (isChanged && asks !== 'leave' ? setAsks('leave') : onClose())
  const done = (message: string) => () => {
    notifications.show({ message })
    onClose()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (main === '' || isTimeWrong || isMissing) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    save.mutate({ service, was }, { onSuccess: done(common('saved')) })
  }
  const name = was ? textIn(was.name, language, town.defaultLanguage) : ''
  const failed = save.error ?? remove.error
  const missing = (id: string) => (isTried && id === '' ? t('missing') : undefined)
  return (
    <Modal
      opened
      size={720}
      title={was ? common('edit', { name }) : t('addService')}
      onClose={close}
      closeOnClickOutside={false}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form className={entry.form} noValidate autoComplete="off" onSubmit={submit}>
        <FlowLanguagesProvider value={town}>
          <LocalizedTextField
            label={common('name')}
            value={given.name}
            isRequired={isTried && main === ''}
            onChange={text => setGiven({ ...given, name: text })}
          />
          <div className={forms.pair}>
            <EntitySelect
              kind="department"
              label={t('department')}
              value={given.departmentId}
              error={missing(given.departmentId)}
              onChange={id => setGiven({ ...given, departmentId: id ?? '' })}
            />
            <EntitySelect
              kind="calendar"
              label={t('calendar')}
              value={given.calendarId}
              error={missing(given.calendarId)}
              onChange={id => setGiven({ ...given, calendarId: id ?? '' })}
            />
            {numbers.map(([field, label, min, max]) => (
              <NumberInput
                key={field}
                label={t(label)}
                min={min}
                max={max}
                allowDecimal={false}
                clampBehavior="blur"
                value={given[field]}
                onChange={value => {
                  if (typeof value === 'number' && value >= min && value <= max) setGiven({ ...given, [field]: value })
                }}
              />
            ))}
            <TextInput
              type="time"
              label={t('remindsAt')}
              description={t('remindsHint')}
              value={given.remindsAt ?? ''}
              error={isTimeWrong ? t('remindsWrong') : undefined}
              onChange={event => setGiven({ ...given, remindsAt: event.currentTarget.value || null })}
            />
          </div>
          <LocalizedTextField
            label={t('place')}
            value={given.place}
            onChange={place => setGiven({ ...given, place })}
          />
          <LocalizedTextField
            label={t('question')}
            description={t('questionHint')}
            value={given.question}
            onChange={question => setGiven({ ...given, question })}
          />
        </FlowLanguagesProvider>
        {failed && (
          <Alert color="red" role="alert" className={entry.alert ?? ''}>
            {isApiError(failed, 'stale') ? common('stale') : describeError(failed)}
            <UseList uses={usesTold(failed)} />
          </Alert>
        )}
        {asks === 'leave' && <LeaveQuestion onDiscard={onClose} onGoOn={() => setAsks(null)} />}
        {asks === 'delete' && was && (
          <div className={entry.foot} role="alert">
            <span className={entry.question}>{t('deleteQuestion', { name })}</span>
            <Button variant="default" onClick={() => setAsks(null)}>
              {common('cancel')}
            </Button>
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(was.id, { onSuccess: done(t('deleted', { name })) })}
            >
              {common('deleteNow', { name })}
            </Button>
          </div>
        )}
        {asks === null && (
          <DialogFoot isSaving={save.isPending} onCancel={close} onDelete={was ? () => setAsks('delete') : undefined} />
        )}
      </form>
    </Modal>
  )
}
