import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ApiKey } from '@pregoner/shared'
import { describeError } from '../../api/api-error.ts'
import { useRevokeApiKey } from '../../api/api-keys.ts'
import { useFocusBack } from '../../frame/use-focus-back.ts'
import { useWords } from '../../i18n/index.ts'
import { apiKeyWords } from './words.ts'

/** Before a key ends for good. */
export function RevokeKeyDialog({ town, apiKey, onClose }: { town: string; apiKey: ApiKey; onClose: () => void }) {
  const t = useWords(apiKeyWords)
  useFocusBack()
  const revoke = useRevokeApiKey(town)
  const end = () =>
    revoke.mutate(apiKey.id, {
      onSuccess: () => {
        notifications.show({ message: t('revoked') })
        onClose()
      },
    })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('revokeTitle', { name: apiKey.name })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      centered
    >
      <Stack>
        {revoke.isError && (
          <Alert color="red" role="alert">
            {describeError(revoke.error)}
          </Alert>
        )}
        <p>{t('revokeHelp')}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={revoke.isPending} onClick={end}>
            {t('revokeNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
