import { Alert, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TownOverview } from '@pregoner/shared'
import { type FormEvent, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { refreshCheck } from '../api/connection.ts'
import { type ChannelSecrets, useSaveSecrets } from '../api/settings.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import { checkAdviceWords } from './words/check-advice.ts'
import { settingsWords } from './words.ts'

const MIN_SECRET_CHARS = 8
const secretNames = ['accessToken', 'appSecret', 'verifyToken'] as const
const isId = (text: string) => /^[\w-]*$/.test(text.trim()) // as the runtime takes them

interface SecretsDialogProps {
  townKey: string
  channel: TownOverview['channels'][number]
  onClose: () => void
}

/** Connects a number. What is stored is never shown; an empty field keeps it. */
export function SecretsDialog({ townKey, channel, onClose }: SecretsDialogProps) {
  const t = useWords(settingsWords)
  const a = useWords(checkAdviceWords)
  useFocusBack()
  const save = useSaveSecrets(townKey, channel.key)
  const [phoneNumberId, setPhoneNumberId] = useState(channel.phoneNumberId ?? '')
  const [displayNumber, setDisplayNumber] = useState(channel.displayNumber ?? '')
  const [accountId, setAccountId] = useState('')
  const [secrets, setSecrets] = useState({ accessToken: '', appSecret: '', verifyToken: '' })
  const [isTried, setTried] = useState(false)
  const idFault = (id: string, missing: string | undefined) => {
    if (id.trim() === '') return missing
    return isId(id) ? undefined : a('numberFormat')
  }
  const isShort = (secret: string) => secret.trim() !== '' && secret.trim().length < MIN_SECRET_CHARS
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (
      phoneNumberId.trim() === '' ||
      ![phoneNumberId, accountId].every(isId) ||
      Object.values(secrets).some(isShort)
    ) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const given: ChannelSecrets = { phoneNumberId: phoneNumberId.trim(), displayNumber: displayNumber.trim() }
    if (accountId.trim()) given.accountId = accountId.trim()
    for (const name of secretNames) if (secrets[name].trim()) given[name] = secrets[name].trim()
    save.mutate(given, {
      onSuccess: () => {
        notifications.show({ message: t('saved') })
        void refreshCheck(townKey, channel.key)
        onClose()
      },
    })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('connectTitle')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      size="lg"
    >
      <form onSubmit={submit} autoComplete="off">
        <Stack>
          <Text c="dimmed">{t('connectLead')}</Text>
          {save.isError && (
            <Alert color="red" role="alert">
              {describeError(save.error)}
            </Alert>
          )}
          <TextInput
            label={t('phoneNumberId')}
            value={phoneNumberId}
            error={isTried ? idFault(phoneNumberId, t('missing')) : undefined}
            onChange={event => setPhoneNumberId(event.currentTarget.value)}
          />
          <TextInput
            label={t('number')}
            type="tel"
            value={displayNumber}
            onChange={event => setDisplayNumber(event.currentTarget.value)}
          />
          <TextInput
            label={t('accountId')}
            placeholder={t('keep')}
            value={accountId}
            error={isTried ? idFault(accountId, undefined) : undefined}
            onChange={event => setAccountId(event.currentTarget.value)}
          />
          {secretNames.map(name => (
            <PasswordInput
              key={name}
              label={t(name)}
              placeholder={t('keep')}
              autoComplete="new-password"
              value={secrets[name]}
              error={isTried && isShort(secrets[name]) ? t('shortSecret') : undefined}
              visibilityToggleButtonProps={{ 'aria-label': t('show', { name: t(name) }), tabIndex: 0 }}
              onChange={event => setSecrets({ ...secrets, [name]: event.currentTarget.value })}
            />
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
