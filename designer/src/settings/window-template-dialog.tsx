import { ActionIcon, Alert, Button, Modal, Select, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import {
  windowTemplate as schema,
  type TownOverview,
  type WindowTemplate,
  type WindowTemplateField,
  windowTemplateFields,
} from '@pregoner/shared'
import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useSaveWindowTemplate } from '../api/settings.ts'
import { useTownKey } from '../api/town.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import styles from './entry-dialog.module.css'
import forms from './forms.module.css'
import { windowTemplateWords } from './words/window-template.ts'

const NARROW = '(max-width: 640px)'
const MAX_PLACES = 4

interface WindowTemplateDialogProps {
  channel: TownOverview['channels'][number]
  onClose: () => void
}

/** Chooses the template by the name and languages it is approved under, or none. */
export function WindowTemplateDialog({ channel, onClose }: WindowTemplateDialogProps) {
  const t = useWords(windowTemplateWords)
  const isNarrow = useMediaQuery(NARROW)
  const save = useSaveWindowTemplate(useTownKey(), channel.key)
  const was = channel.windowTemplate ?? null
  const [name, setName] = useState(was?.name ?? '')
  const [codes, setCodes] = useState(was?.languages.join(', ') ?? '')
  const [places, setPlaces] = useState<readonly WindowTemplateField[]>(was?.parameters ?? [])
  const [isTried, setTried] = useState(false)
  useFocusBack()
  const languages = codes.split(/[\s,;]+/).filter(Boolean)
  const isName = schema.shape.name.safeParse(name).success
  const areLanguages = schema.shape.languages.safeParse(languages).success

  const put = (template: WindowTemplate | null) => {
    const saved = () => {
      notifications.show({ message: t('saved') })
      onClose()
    }
    save.mutate(template, { onSuccess: saved })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isName && areLanguages) return put({ name: name.trim(), languages, parameters: [...places] })
    const form = event.currentTarget
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <Modal
      opened
      size={640}
      title={t('choose')}
      onClose={onClose}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={styles.form} noValidate autoComplete="off" onSubmit={submit}>
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          maxLength={512}
          spellCheck={false}
          autoCapitalize="off"
          value={name}
          error={isTried && !isName ? t('badName') : undefined}
          onChange={event => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('languages')}
          description={t('languagesHint')}
          spellCheck={false}
          autoCapitalize="off"
          value={codes}
          error={isTried && !areLanguages ? t('badLanguages') : undefined}
          onChange={event => setCodes(event.currentTarget.value)}
        />
        <fieldset className={forms.group}>
          <legend>{t('parameters')}</legend>
          <p className={forms.note}>{t(places.length > 0 ? 'parametersHint' : 'noPlaces')}</p>
          {places.map((place, index) => (
            <div key={index} className={forms.line}>
              <Select
                className={forms.grow ?? ''}
                label={t('place', { number: index + 1 })}
                allowDeselect={false}
                data={windowTemplateFields.map(field => ({ value: field, label: t(`field.${field}`) }))}
                value={place}
                onChange={chosen => {
                  const field = windowTemplateFields.find(one => one === chosen)
                  if (field) setPlaces(places.with(index, field))
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                c="var(--ink)"
                size="max(36px, var(--target))"
                aria-label={t('removePlace', { number: index + 1 })}
                onClick={() => setPlaces(places.toSpliced(index, 1))}
              >
                <X size={18} aria-hidden="true" />
              </ActionIcon>
            </div>
          ))}
          {places.length < MAX_PLACES && (
            <Button
              variant="default"
              className={forms.add ?? ''}
              leftSection={<Plus size={16} aria-hidden="true" />}
              onClick={() => setPlaces([...places, places.length === 0 ? 'town' : 'reference'])}
            >
              {t('addPlace')}
            </Button>
          )}
        </fieldset>
        {save.isError && (
          <Alert color="red" role="alert" className={styles.alert ?? ''}>
            {describeError(save.error)}
          </Alert>
        )}
        <div className={styles.foot}>
          {was && (
            <Button variant="subtle" color="red" className={styles.delete ?? ''} onClick={() => put(null)}>
              {t('remove')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
