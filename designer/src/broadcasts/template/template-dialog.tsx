import { Button, Modal, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  type BroadcastDraft,
  type ChannelTemplate,
  type NoticePlace,
  type NoticeTemplate,
  templateCategories,
} from '@pregoner/shared'
import { useState } from 'react'
import { useTown } from '../../api/town.ts'
import { useFocusBack } from '../../frame/use-focus-back.ts'
import { useWords } from '../../i18n/index.ts'
import dialog from '../../settings/entry-dialog.module.css'
import forms from '../../settings/forms.module.css'
import { offeredTemplates } from '../../settings/offered-templates.ts'
import choices from '../../settings/template-choice.module.css'
import { TemplateChoice } from '../../settings/template-choice.tsx'
import { windowTemplateWords } from '../../settings/words/window-template.ts'
import { noticeTemplateWords } from '../words/template.ts'
import { FilledTemplate } from './filled-template.tsx'
import { firstPlaces, lacksWords, PlacesForm } from './places-form.tsx'

const NARROW = '(max-width: 640px)'
const MANY = 8 // from here on one looks for a template by its name
const MAX_PLACES = 10

/** What the platform charges it by: utility where it says so, else the dearer rate. */
const categoryOf = ({ category }: ChannelTemplate): NoticeTemplate['category'] =>
  templateCategories.find(each => each === category.toLowerCase()) ?? 'marketing'

interface TemplateDialogProps {
  templates: readonly ChannelTemplate[]
  was: NoticeTemplate | null
  notice: Pick<BroadcastDraft, 'text'>
  onChoose: (template: NoticeTemplate) => void
  onClose: () => void
}

/** Which template, and what fills its places. */
export function TemplateDialog({ templates, was, notice, onChoose, onClose }: TemplateDialogProps) {
  const t = useWords(noticeTemplateWords)
  const w = useWords(windowTemplateWords)
  const town = useTown()
  const isNarrow = useMediaQuery(NARROW)
  const [name, setName] = useState(was?.name ?? null)
  const [places, setPlaces] = useState<readonly NoticePlace[] | null>(was?.places ?? null)
  const [search, setSearch] = useState('')
  const [isTried, setTried] = useState(false)
  useFocusBack()
  const offered = offeredTemplates(templates, town.defaultLanguage, MAX_PLACES)
  const chosen = offered.find(each => each.name === name && each.fault === null)
  const filling = places?.length === chosen?.places && places ? places : firstPlaces(chosen?.places ?? 0)
  const [first] = chosen?.approved ?? []
  const shown = offered.filter(each => each.name === name || each.name.includes(search.trim().toLowerCase()))

  const use = () => {
    setTried(true)
    if (!chosen || !first || filling.some(lacksWords)) return
    const languages = chosen.approved.map(({ language }) => language)
    onChoose({ name: chosen.name, category: categoryOf(first), languages, places: [...filling] })
  }
  return (
    <Modal
      opened
      size={640}
      title={t('choose')}
      onClose={onClose}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': w('close') }}
    >
      <div className={dialog.form}>
        {offered.length > MANY && (
          <TextInput
            type="search"
            label={w('find')}
            value={search}
            onChange={event => setSearch(event.currentTarget.value)}
          />
        )}
        <fieldset className={forms.group}>
          <legend>{w('which')}</legend>
          <div className={choices.choices}>
            {shown.map(each => (
              <TemplateChoice
                key={each.name}
                offered={each}
                isChosen={each === chosen}
                onChoose={() => {
                  setName(each.name)
                  setPlaces(null)
                }}
              />
            ))}
          </div>
          {isTried && !chosen && (
            <p className={forms.error} role="alert">
              {w('chooseOne')}
            </p>
          )}
        </fieldset>
        {chosen && first && (
          <>
            <p className={forms.note}>{t(`category.${categoryOf(first)}`)}</p>
            {filling.length > 0 && <PlacesForm value={filling} isTried={isTried} onChange={setPlaces} />}
            <div className={forms.group}>
              <h3 className={choices.heading}>{w('preview')}</h3>
              <FilledTemplate versions={chosen.approved} places={filling} notice={notice} label={w('preview')} />
            </div>
          </>
        )}
        <div className={dialog.foot}>
          <Button variant="default" onClick={onClose}>
            {w('cancel')}
          </Button>
          <Button onClick={use}>{t('use')}</Button>
        </div>
      </div>
    </Modal>
  )
}
