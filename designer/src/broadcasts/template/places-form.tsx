import { Select } from '@mantine/core'
import { type NoticePlace, noticePlaceKinds } from '@pregoner/shared'
import { LocalizedTextField } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import forms from '../../settings/forms.module.css'
import { noticeTemplateWords } from '../words/template.ts'

const MAX_PLACE_CHARS = 200

const blanks: { [Kind in NoticePlace['kind']]: Extract<NoticePlace, { kind: Kind }> } = {
  fixed: { kind: 'fixed', text: {} },
  name: { kind: 'name', otherwise: {} },
  first_line: { kind: 'first_line' },
  text: { kind: 'text' },
  town: { kind: 'town' },
}

/** What fills a place nobody has decided on yet: the notice itself where there is one place, the rest as it comes. */
export const firstPlaces = (count: number): NoticePlace[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? blanks.first_line : blanks.town))

interface PlacesFormProps {
  value: readonly NoticePlace[]
  isTried: boolean
  onChange: (value: NoticePlace[]) => void
}

/** What fills each place of the template. */
export function PlacesForm({ value, isTried, onChange }: PlacesFormProps) {
  const t = useWords(noticeTemplateWords)
  const put = (index: number, place: NoticePlace) => onChange(value.with(index, place))
  const isEmpty = (texts: object) => !Object.values(texts).some(text => text.trim())
  return (
    <fieldset className={forms.group}>
      <legend>{t('places')}</legend>
      {value.map((place, index) => (
        <div key={index} className={forms.group}>
          <Select
            label={t('place', { number: index + 1 })}
            allowDeselect={false}
            data={noticePlaceKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
            value={place.kind}
            onChange={chosen => {
              const kind = noticePlaceKinds.find(each => each === chosen)
              if (kind && kind !== place.kind) put(index, blanks[kind])
            }}
          />
          {place.kind === 'fixed' && (
            <LocalizedTextField
              label={t('fixed', { number: index + 1 })}
              maxChars={MAX_PLACE_CHARS}
              isRequired={isTried && isEmpty(place.text)}
              value={place.text}
              onChange={text => put(index, { kind: 'fixed', text })}
            />
          )}
          {place.kind === 'name' && (
            <LocalizedTextField
              label={t('otherwise', { number: index + 1 })}
              maxChars={MAX_PLACE_CHARS}
              isRequired={isTried && isEmpty(place.otherwise)}
              value={place.otherwise}
              onChange={otherwise => put(index, { kind: 'name', otherwise })}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

/** Whether a place would stay empty whatever the notice says. */
export const lacksWords = (place: NoticePlace): boolean => {
  const texts = place.kind === 'fixed' ? place.text : place.kind === 'name' ? place.otherwise : null
  return texts !== null && !Object.values(texts).some(text => text?.trim())
}
