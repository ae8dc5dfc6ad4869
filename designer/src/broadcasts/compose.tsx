import { Alert, Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type Broadcast, MAX_CAPTION_CHARS, MAX_TEXT_CHARS } from '@pregoner/shared'
import { ArrowLeft, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { describeError, isApiError } from '../api/api-error.ts'
import { questionOf, useAudience } from '../api/broadcasts.ts'
import { useTown } from '../api/town.ts'
import { FlowLanguagesProvider, LocalizedTextField } from '../fields/index.ts'
import { Page } from '../frame/page.tsx'
import { useWords } from '../i18n/index.ts'
import { ApprovalPanel } from './approval/approval-panel.tsx'
import { AudiencePanel } from './audience-panel.tsx'
import styles from './broadcasts.module.css'
import { ButtonsForm } from './buttons/buttons-form.tsx'
import { ComposeActions } from './compose-actions.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { EmergencyForm } from './emergency/emergency-form.tsx'
import { PictureField } from './picture-field.tsx'
import { useTownWhen } from './plan/use-town-when.ts'
import { Preview } from './preview.tsx'
import { SegmentForm } from './segment-form.tsx'
import { SendDialog } from './send-dialog.tsx'
import { LateReaders } from './template/late-readers.tsx'
import { TestDialog } from './test-dialog.tsx'
import { useNoticeDraft } from './use-notice-draft.ts'
import { planWords } from './words/plan.ts'
import { broadcastWords } from './words.ts'

const COUNT_AFTER_MS = 300

/** Writes a notice: its text in every language, its picture, who it is for; beside it the phone and the count. */
export function Compose({ was }: { was: Broadcast | null }) {
  const t = useWords(broadcastWords)
  const p = useWords(planWords)
  const when = useTownWhen()
  const town = useTown()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'test' | 'send' | 'delete' | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const toFault = () =>
    void requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  const notice = useNoticeDraft(was, setOpen, toFault)
  const { saved, draft, set, isTried, fault, isNameless, isChanged, save, ask, then } = notice
  const [language, setLanguage] = useState(town.defaultLanguage)
  const [counted] = useDebouncedValue(draft, COUNT_AFTER_MS)
  const audience = useAudience(town.key, questionOf(counted))

  return (
    <Page
      title={saved?.name || t('newTitle')}
      isWide
      lead={
        <Link to={`/t/${town.key}/broadcasts`} className={styles.back}>
          <ArrowLeft size={16} aria-hidden="true" />
          {t('back')}
        </Link>
      }
      actions={<ComposeActions {...notice} />}
    >
      {ask.isError && (
        <Alert color="red" role="alert">
          {describeError(ask.error)}
        </Alert>
      )}
      {save.isError && (
        <Alert color="red" role="alert">
          {isApiError(save.error, 'stale') ? t('stale') : describeError(save.error)}
        </Alert>
      )}
      {saved?.missedAt && <Alert color="yellow">{p('missed', { when: when(saved.missedAt) })}</Alert>}
      <ApprovalPanel
        of={saved}
        isChanged={isChanged}
        emergency={draft.emergency ?? null}
        onApproved={notice.setSaved}
      />
      <div className={styles.compose}>
        <form
          ref={form}
          className={styles.form}
          noValidate
          onSubmit={event => {
            event.preventDefault()
            then(null)
          }}
        >
          <TextInput
            label={t('name')}
            description={t('nameHelp')}
            maxLength={120}
            value={draft.name}
            error={isTried && isNameless ? t('nameMissing') : null}
            onChange={event => set({ name: event.currentTarget.value })}
          />
          <FlowLanguagesProvider value={town}>
            <LocalizedTextField
              label={t('text')}
              description={town.languages.length > 1 ? t('textHelp') : undefined}
              isMultiline
              maxChars={draft.pictureId || draft.buttons?.length ? MAX_CAPTION_CHARS : MAX_TEXT_CHARS}
              value={draft.text}
              isRequired={isTried && fault === 'empty'}
              onChange={text => set({ text })}
            />
          </FlowLanguagesProvider>
          {isTried && fault && fault !== 'button' && (
            <p className={styles.fault} role="alert">
              {t(fault === 'empty' ? 'textMissing' : 'tooLong')}
            </p>
          )}
          <PictureField value={draft.pictureId} onChange={pictureId => set({ pictureId })} />
          <FlowLanguagesProvider value={town}>
            <ButtonsForm
              value={draft.buttons ?? []}
              isFaulty={isTried && fault === 'button'}
              onChange={buttons => set({ buttons })}
            />
          </FlowLanguagesProvider>
          <section className={styles.section} aria-labelledby="notice-who">
            <h2 id="notice-who">{t('who')}</h2>
            <SegmentForm value={draft.segment} onChange={segment => set({ segment })} />
          </section>
          <FlowLanguagesProvider value={town}>
            <LateReaders draft={draft} onChange={template => set({ template })} />
          </FlowLanguagesProvider>
          <EmergencyForm value={draft.emergency ?? null} onChange={emergency => set({ emergency })} />
          <div className={styles.foot}>
            <Button type="submit" variant="default" loading={save.isPending}>
              {t('save')}
            </Button>
            {saved && (
              <Button
                variant="subtle"
                color="red"
                leftSection={<Trash2 size={16} aria-hidden="true" />}
                onClick={() => setOpen('delete')}
              >
                {t('delete')}
              </Button>
            )}
          </div>
        </form>
        <aside className={styles.side} aria-label={t('preview')}>
          {audience.data && (
            <AudiencePanel
              audience={audience.data}
              isOld={
                audience.isPlaceholderData || counted.segment !== draft.segment || counted.template !== draft.template
              }
            />
          )}
          {audience.isError && <Alert color="red">{describeError(audience.error)}</Alert>}
          <Preview draft={draft} language={language} onLanguage={setLanguage} />
        </aside>
      </div>
      {saved && open === 'test' && <TestDialog of={saved} language={language} onClose={() => setOpen(null)} />}
      {saved && open === 'send' && (
        <SendDialog
          of={saved}
          onClose={() => setOpen(null)}
          onSent={id => void navigate(`/t/${town.key}/broadcasts/${id}`, { replace: true })}
        />
      )}
      {saved && open === 'delete' && (
        <DeleteDialog
          of={saved}
          onClose={() => setOpen(null)}
          onDeleted={() => void navigate(`/t/${town.key}/broadcasts`)}
        />
      )}
    </Page>
  )
}
