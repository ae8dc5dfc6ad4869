import { Alert, Button, Modal, Select, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import {
  type Language,
  MAX_SAVED_REPLY_CHARS,
  type NewSavedReply,
  type SavedReply,
  savedReplyNames,
  textIn,
} from '@pregoner/shared'
import { type FormEvent, useRef, useState } from 'react'
import { describeError, isApiError } from '../api/api-error.ts'
import { useDeleteReply, useSaveReply } from '../api/saved-replies.ts'
import { useMembership } from '../api/session.ts'
import { useTown } from '../api/town.ts'
import { FlowLanguagesProvider, LocalizedTextField } from '../fields/index.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { DialogFoot, LeaveQuestion } from './dialog-foot.tsx'
import styles from './entry-dialog.module.css'
import forms from './forms.module.css'
import { entryWords } from './words/entries.ts'
import { savedReplyWords } from './words/saved-replies.ts'

const NARROW = '(max-width: 640px)'
const blank: NewSavedReply = { name: '', departmentId: null, text: {} }

/** Adds, changes or deletes one saved reply. */
export function SavedReplyDialog({ was, onClose }: { was: SavedReply | null; onClose: () => void }) {
  const t = useWords(savedReplyWords)
  const common = useWords(entryWords)
  const town = useTown()
  const membership = useMembership(town.key)
  const own = membership?.role === 'agent' ? membership.departments : null
  const [language] = useLanguage()
  const isNarrow = useMediaQuery(NARROW)
  const save = useSaveReply(town.key)
  const remove = useDeleteReply(town.key)
  const [before] = useState<NewSavedReply>(() =>
    was
      ? { name: was.name, departmentId: was.departmentId, text: was.text }
      : { ...blank, departmentId: own?.[0] ?? null },
  )
  const [reply, setReply] = useState(before)
  const [isTried, setTried] = useState(false)
  const [asks, setAsks] = useState<'leave' | 'delete' | null>(null)
  const inputs = useRef(new Map<Language, HTMLInputElement | HTMLTextAreaElement>())
  useFocusBack()
  const isChanged = JSON.stringify(reply) !== JSON.stringify(before)
  const close = () => (isChanged && asks !== 'leave' ? setAsks('leave') : onClose())
  const hasText = Object.values(reply.text).some(text => text?.trim())
  const isLong = Object.values(reply.text).some(text => (text?.length ?? 0) > MAX_SAVED_REPLY_CHARS)
  const faultOfText = hasText ? (isLong ? 'tooLong' : null) : 'textMissing'

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (reply.name.trim() === '' || faultOfText) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const saved = () => {
      notifications.show({ message: common('saved') })
      onClose()
    }
    save.mutate({ reply, was }, { onSuccess: saved })
  }
  const deleteNow = () => {
    if (!was) return
    const deleted = () => {
      notifications.show({ message: t('deleted', { name: was.name }) })
      onClose()
    }
    remove.mutate(was, { onSuccess: deleted })
  }
  const insert = (code: Language, name: string) => {
    const input = inputs.current.get(code)
    const text = reply.text[code] ?? ''
    const at = input?.selectionStart ?? text.length
    const piece = `{{${name}}}`
    const end = input?.selectionEnd ?? at
    setReply({ ...reply, text: { ...reply.text, [code]: text.slice(0, at) + piece + text.slice(end) } })
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(at + piece.length, at + piece.length)
    })
  }
  const failed = save.error ?? remove.error
  return (
    <Modal
      opened
      size={720}
      title={was ? common('edit', { name: was.name }) : t('add')}
      onClose={close}
      closeOnClickOutside={false}
      fullScreen={isNarrow ?? false}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form className={styles.form} noValidate autoComplete="off" onSubmit={submit}>
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          maxLength={120}
          value={reply.name}
          error={isTried && reply.name.trim() === '' ? t('nameMissing') : undefined}
          onChange={event => setReply({ ...reply, name: event.currentTarget.value })}
        />
        <Select
          label={t('department')}
          allowDeselect={false}
          data={[
            ...(own ? [] : [{ value: '', label: t('everybody') }]),
            ...town.departments
              .filter(({ id }) => !own || own.includes(id))
              .map(({ id, name }) => ({
                value: id,
                label: textIn(name, language, town.defaultLanguage) || id,
              })),
          ]}
          value={reply.departmentId ?? ''}
          onChange={id => setReply({ ...reply, departmentId: id || null })}
        />
        <FlowLanguagesProvider value={town}>
          <LocalizedTextField
            label={t('text')}
            description={t('textHint')}
            value={reply.text}
            maxChars={MAX_SAVED_REPLY_CHARS}
            isMultiline
            isRequired={isTried && !hasText}
            error={isTried && faultOfText ? t(faultOfText) : undefined}
            onChange={text => setReply({ ...reply, text })}
            inputRef={(code, input) => {
              if (input) inputs.current.set(code, input)
            }}
            after={code => (
              <div className={forms.line}>
                {savedReplyNames.map(name => (
                  <Button
                    key={name}
                    size="compact-sm"
                    mih="var(--target)"
                    variant="default"
                    aria-label={t('insert', { what: t(`value.${name}`) })}
                    onClick={() => insert(code, name)}
                  >
                    {t(`value.${name}`)}
                  </Button>
                ))}
              </div>
            )}
          />
        </FlowLanguagesProvider>
        {failed && (
          <Alert color="red" role="alert" className={styles.alert ?? ''}>
            {isApiError(failed, 'stale') ? common('stale') : describeError(failed)}
          </Alert>
        )}
        {asks === 'leave' && <LeaveQuestion onDiscard={onClose} onGoOn={() => setAsks(null)} />}
        {asks === 'delete' && was && (
          <div className={styles.foot} role="alert">
            <span className={styles.question}>{t('deleteQuestion', { name: was.name })}</span>
            <Button variant="default" onClick={() => setAsks(null)}>
              {common('cancel')}
            </Button>
            <Button color="red" loading={remove.isPending} onClick={deleteNow}>
              {common('deleteNow', { name: was.name })}
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
