import { Alert, Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  type Bulletin,
  type BulletinDraft,
  type BulletinSection,
  bulletinDraft,
  bulletinFault,
  bulletinNames,
  bulletinTexts,
  issueDays,
  type LocalizedText,
  MAX_BULLETIN_SECTIONS,
  MAX_TEXT_CHARS,
} from '@pregoner/shared'
import { ArrowLeft, Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { describeError, isApiError } from '../api/api-error.ts'
import { useSaveBulletin } from '../api/bulletins.ts'
import { useTown } from '../api/town.ts'
import { LateReaders } from '../broadcasts/template/late-readers.tsx'
import { FlowLanguagesProvider, LocalizedTextField } from '../fields/index.ts'
import { Page } from '../frame/page.tsx'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import styles from './bulletins.module.css'
import { DeleteDialog } from './delete-dialog.tsx'
import { LastIssues } from './last-issues.tsx'
import { NamesToInsert } from './names-to-insert.tsx'
import { NextIssues } from './next-issues.tsx'
import { ScheduleFields } from './schedule-fields.tsx'
import { SectionForm } from './section-form.tsx'
import { bulletinWords } from './words.ts'

const MONDAY = 1
const blankSection: BulletinSection = { tableId: '', when: 'this_week', heading: {}, rowText: {}, maxRows: 20 }
const blank: BulletinDraft = {
  ...{ name: '', topicId: '', isOn: true, weekdays: [MONDAY], time: '09:00', intro: {}, outro: {} },
  sections: [blankSection],
}

const draftOf = ({
  id: _,
  rev: _r,
  by: _b,
  changedAt: _c,
  nextAt: _n,
  issues: _i,
  ...draft
}: Bulletin): BulletinDraft => draft

/** Writes a bulletin; beside it the next four on the phone. */
export function Compose({ was }: { was: Bulletin | null }) {
  const t = useWords(bulletinWords)
  const town = useTown()
  const navigate = useNavigate()
  const save = useSaveBulletin(town.key)
  const now = useNow()
  const [saved, setSaved] = useState(was)
  const [draft, setDraft] = useState<BulletinDraft>(() => (was ? draftOf(was) : blank))
  const [isTried, setTried] = useState(false)
  const [isDeleting, setDeleting] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const set = (change: Partial<BulletinDraft>) => setDraft({ ...draft, ...change })
  const setSection = (index: number, section: BulletinSection) =>
    set({ sections: draft.sections.map((each, at) => (at === index ? section : each)) })
  const path = `/t/${town.key}/broadcasts/bulletins`
  const [soon] = issueDays(draft, town.timeZone, now, 1)
  const next = (soon && bulletinTexts(draft, town, soon.at)) ?? {}
  const isWhole = bulletinDraft.safeParse(draft).success && bulletinFault(draft, town) === null

  const submit = () => {
    setTried(true)
    if (!isWhole) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const onSuccess = (made: Bulletin) => {
      notifications.show({ message: t('saved') })
      setSaved(made)
      if (!saved) void navigate(`${path}/${made.id}`, { replace: true })
    }
    save.mutate({ draft: { ...draft, name: draft.name.trim() }, was: saved }, { onSuccess })
  }
  const edge = (field: 'intro' | 'outro') => {
    const put = (language: keyof LocalizedText, piece: string) =>
      set({ [field]: { ...draft[field], [language]: `${draft[field][language] ?? ''}${piece}` } })
    return (
      <LocalizedTextField
        label={t(field)}
        isMultiline
        maxChars={MAX_TEXT_CHARS}
        value={draft[field]}
        onChange={text => set({ [field]: text })}
        after={language => (
          <NamesToInsert
            names={bulletinNames.map(name => ({ piece: name, label: t(name) }))}
            onInsert={piece => put(language, piece)}
          />
        )}
      />
    )
  }

  return (
    <Page
      title={saved?.name || t('newTitle')}
      isWide
      lead={
        <Link to={path} className={styles.back}>
          <ArrowLeft size={16} aria-hidden="true" />
          {t('back')}
        </Link>
      }
      actions={
        <Button loading={save.isPending} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      {save.isError && (
        <Alert color="red" role="alert">
          {isApiError(save.error, 'stale') ? t('stale') : describeError(save.error)}
        </Alert>
      )}
      <div className={styles.compose}>
        <form
          ref={form}
          className={styles.form}
          noValidate
          onSubmit={event => {
            event.preventDefault()
            submit()
          }}
        >
          <TextInput
            label={t('name')}
            description={t('nameHelp')}
            maxLength={100}
            value={draft.name}
            error={isTried && draft.name.trim() === '' ? t('nameMissing') : null}
            onChange={event => set({ name: event.currentTarget.value })}
          />
          <ScheduleFields value={draft} onChange={set} isTried={isTried} />
          <FlowLanguagesProvider value={town}>
            <h2>{t('text')}</h2>
            {edge('intro')}
            {draft.sections.map((section, index) => (
              <SectionForm
                key={index}
                number={index + 1}
                value={section}
                isTried={isTried}
                onChange={value => setSection(index, value)}
                onRemove={
                  draft.sections.length > 1
                    ? () => set({ sections: draft.sections.filter((_, at) => at !== index) })
                    : undefined
                }
              />
            ))}
            {draft.sections.length < MAX_BULLETIN_SECTIONS && (
              <Button
                variant="default"
                className={styles.add ?? ''}
                leftSection={<Plus size={16} aria-hidden="true" />}
                onClick={() => set({ sections: [...draft.sections, blankSection] })}
              >
                {t('addSection')}
              </Button>
            )}
            {edge('outro')}
          </FlowLanguagesProvider>
          <LateReaders draft={{ text: next, template: draft.template }} onChange={template => set({ template })} />
          {isTried && !isWhole && (
            <p className={styles.fault} role="alert">
              {t('incomplete')}
            </p>
          )}
          <div className={styles.foot}>
            <Button type="submit" variant="default" loading={save.isPending}>
              {t('save')}
            </Button>
            {saved && (
              <Button
                variant="subtle"
                color="red"
                leftSection={<Trash2 size={16} aria-hidden="true" />}
                onClick={() => setDeleting(true)}
              >
                {t('delete')}
              </Button>
            )}
          </div>
        </form>
        <aside className={styles.side} aria-label={t('preview')}>
          <NextIssues draft={draft} />
          {saved && saved.issues.length > 0 && <LastIssues issues={saved.issues} />}
        </aside>
      </div>
      {saved && isDeleting && (
        <DeleteDialog of={saved} onClose={() => setDeleting(false)} onDeleted={() => void navigate(path)} />
      )}
    </Page>
  )
}
