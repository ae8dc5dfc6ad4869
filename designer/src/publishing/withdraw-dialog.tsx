import { Button, Group, Radio, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { TownData } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useEditorState } from '../editor/context.tsx'
import { Dialog } from '../flows/dialog.tsx'
import { useWords } from '../i18n/index.ts'
import { publicationsMoved, useInside, withdrawFlow } from './publication-api.ts'
import { publicationWords } from './words.ts'

interface WithdrawDialogProps {
  town: TownData
  version: number
  onClose(): void
}

/** Lets the flow answer nobody, after saying what that means and what becomes of those inside. */
export function WithdrawDialog({ town, version, onClose }: WithdrawDialogProps) {
  const t = useWords(publicationWords)
  const { id, name } = useEditorState(state => state.flow)
  const inside = useInside(town.key, id, true)
  const count = (inside.data ?? []).reduce((total, { people }) => total + people, 0)
  const [people, setPeople] = useState<'finish' | 'restart'>('finish')
  const withdrawal = useMutation({
    mutationFn: () => withdrawFlow(town.key, id, version, people),
    onSuccess() {
      void publicationsMoved(town.key, id)
      notifications.show({ message: t('withdrawDone', { name }) })
      onClose()
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t('withdrawTitle', { name })}>
      <Stack>
        <p>{t('withdrawWords')}</p>
        <Radio.Group
          label={t('withdrawPeople', { count })}
          value={people}
          onChange={value => setPeople(value === 'restart' ? 'restart' : 'finish')}
          error={withdrawal.error && describeError(withdrawal.error)}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="finish" label={t('withdrawFinish')} data-autofocus />
            <Radio value="restart" label={t('withdrawTell')} />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={withdrawal.isPending} onClick={() => withdrawal.mutate()}>
            {t('withdrawYes', { name })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
