import { Alert, Button, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  type TownOverview,
  type WindowTemplate,
  type WindowTemplateField,
  windowTemplateFields,
} from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useSaveWindowTemplate } from '../api/settings.ts'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './entry-dialog.module.css'
import forms from './forms.module.css'
import type { OfferedTemplate } from './offered-templates.ts'
import choices from './template-choice.module.css'
import { TemplateChoice } from './template-choice.tsx'
import { TemplatePreviews } from './template-previews.tsx'
import { windowTemplateWords } from './words/window-template.ts'

const MANY = 8 // from here on one looks for a template by its name
const SAMPLE_REFERENCE = 'ABC-2345678'

interface WindowTemplateFormProps {
  channel: TownOverview['channels'][number]
  offered: readonly OfferedTemplate[]
  onClose: () => void
}

/** Which template, what fills its places, and in which language whoever speaks another one is asked. */
export function WindowTemplateForm({ channel, offered, onClose }: WindowTemplateFormProps) {
  const t = useWords(windowTemplateWords)
  const town = useTown()
  const [language] = useLanguage()
  const save = useSaveWindowTemplate(town.key, channel.key)
  const was = channel.windowTemplate ?? null
  const [name, setName] = useState(was?.name ?? null)
  const [fields, setFields] = useState<readonly WindowTemplateField[]>(was?.parameters ?? [])
  const [otherwise, setOtherwise] = useState(was?.languages[0] ?? null)
  const [search, setSearch] = useState('')
  const [isTried, setTried] = useState(false)
  const chosen = offered.find(each => each.name === name && each.fault === null)
  const places = Array.from({ length: chosen?.places ?? 0 }, (_, index): WindowTemplateField => {
    return fields[index] ?? (index === 0 ? 'town' : 'reference')
  })
  const first = chosen?.approved.find(each => each.language === otherwise) ?? chosen?.approved[0]
  const sent = first ? [first, ...(chosen?.approved.filter(each => each !== first) ?? [])] : []
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const shown = offered.filter(each => each.name === name || each.name.includes(search.trim().toLowerCase()))

  const put = (template: WindowTemplate | null) => {
    const saved = () => {
      notifications.show({ message: t(template ? 'saved' : 'removed') })
      onClose()
    }
    save.mutate(template, { onSuccess: saved })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (chosen) return put({ name: chosen.name, languages: sent.map(each => each.language), parameters: places })
    event.currentTarget.querySelector<HTMLElement>('input[type="radio"]:enabled')?.focus()
  }
  return (
    <form className={styles.form} noValidate autoComplete="off" onSubmit={submit}>
      {was && !chosen && name === was.name && (
        <Alert color="red" className={styles.alert ?? ''}>
          {t('gone', { name: was.name })}
        </Alert>
      )}
      {offered.length > MANY && (
        <TextInput
          type="search"
          label={t('find')}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
      )}
      <fieldset className={forms.group}>
        <legend>{t('which')}</legend>
        <div className={choices.choices}>
          {shown.map(each => (
            <TemplateChoice
              key={each.name}
              offered={each}
              isChosen={each === chosen}
              onChoose={() => setName(each.name)}
            />
          ))}
        </div>
        {isTried && !chosen && (
          <p className={forms.error} role="alert">
            {t('chooseOne')}
          </p>
        )}
      </fieldset>
      {chosen && places.length > 0 && (
        <fieldset className={forms.group}>
          <legend>{t('parameters')}</legend>
          <div className={forms.pair}>
            {places.map((place, index) => (
              <Select
                key={index}
                label={t('place', { number: index + 1 })}
                allowDeselect={false}
                data={windowTemplateFields.map(field => ({ value: field, label: t(`field.${field}`) }))}
                value={place}
                onChange={value => {
                  const field = windowTemplateFields.find(one => one === value)
                  if (field) setFields(places.with(index, field))
                }}
              />
            ))}
          </div>
        </fieldset>
      )}
      {chosen && sent.length > 1 && (
        <Select
          label={t('otherwise')}
          allowDeselect={false}
          data={chosen.approved.map(({ language: code }) => ({
            value: code,
            label: names.of(code.replace('_', '-')) ?? code,
          }))}
          value={first?.language ?? null}
          onChange={setOtherwise}
        />
      )}
      {chosen && (
        <div className={forms.group}>
          <h3 className={choices.heading}>{t('preview')}</h3>
          <TemplatePreviews versions={sent} places={places} values={{ town: town.name, reference: SAMPLE_REFERENCE }} />
        </div>
      )}
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
  )
}
