import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { describeError } from '../../api/api-error.ts'
import { useMakeApiKey } from '../../api/api-keys.ts'
import { useFocusBack } from '../../frame/use-focus-back.ts'
import { useWords } from '../../i18n/index.ts'
import { CopyLine } from '../copy-line.tsx'
import { apiKeyWords } from './words.ts'

/** Makes a key for a named program and shows it, this once. */
export function MakeKeyDialog({ town, onClose }: { town: string; onClose: () => void }) {
  const t = useWords(apiKeyWords)
  useFocusBack()
  const make = useMakeApiKey(town)
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '') make.mutate(name.trim())
    else event.currentTarget.querySelector('input')?.focus()
  }
  const made = make.data
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(made ? 'madeTitle' : 'make')}
      closeButtonProps={{ 'aria-label': t('close') }}
      closeOnClickOutside={!made}
      size="lg"
    >
      {made ? (
        <Stack>
          <Alert color="yellow" role="status">
            {t('once')}
          </Alert>
          <CopyLine label={t('keyOf', { name: made.key.name })} value={made.secret} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('copied')}</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            {make.isError && (
              <Alert color="red" role="alert">
                {describeError(make.error)}
              </Alert>
            )}
            <TextInput
              data-autofocus
              label={t('forWhat')}
              description={t('forWhatHelp')}
              maxLength={80}
              value={name}
              error={isTried && name.trim() === '' ? t('missing') : undefined}
              onChange={event => setName(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={make.isPending}>
                {t('make')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
