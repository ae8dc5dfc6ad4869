import { Button, Group, Stack, TextInput } from '@mantine/core'
import type { FlowSummary } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { describeError } from '../api/api-error.ts'
import { deleteFlow, flowsKey } from '../api/flows.ts'
import { queryClient } from '../api/query-client.ts'
import { useTownKey } from '../api/town.ts'
import { useWords } from '../i18n/index.ts'
import { Dialog } from './dialog.tsx'
import { duplicateFlow, renameFlow } from './flow-copies.ts'
import type { RowDeed } from './flow-row-menu.tsx'
import styles from './flows-page.module.css'
import { flowsWords } from './words/flows.ts'

const MAX_NAME_CHARS = 120

interface FlowDeedProps {
  flow: FlowSummary
  onClose(): void
}

/** Asks what is needed before something is done with a flow of the list. */
export function FlowDeed({ deed, ...props }: FlowDeedProps & { deed: RowDeed }) {
  return deed === 'remove' ? <Removal {...props} /> : <Naming {...props} isCopy={deed === 'duplicate'} />
}

function Naming({ flow, isCopy, onClose }: FlowDeedProps & { isCopy: boolean }) {
  const t = useWords(flowsWords)
  const townKey = useTownKey()
  const navigate = useNavigate()
  const [name, setName] = useState(isCopy ? t('copyOf', { name: flow.name }).slice(0, MAX_NAME_CHARS) : flow.name)
  const doing = useMutation({
    async mutationFn() {
      if (!isCopy) return renameFlow(townKey, flow.id, name.trim())
      const copy = await duplicateFlow(townKey, flow.id, name.trim())
      void navigate(`/t/${townKey}/flows/${copy.flow.id}`)
    },
    onSuccess: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') doing.mutate()
  }
  const title = t(isCopy ? 'duplicateTitle' : 'renameTitle', { name: flow.name })
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack>
          {isCopy && <p className={styles.facts}>{t('duplicateWords')}</p>}
          <TextInput
            data-autofocus
            required
            label={t('name')}
            maxLength={MAX_NAME_CHARS}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
            error={doing.isError && describeError(doing.error)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={doing.isPending} disabled={name.trim() === ''}>
              {t(isCopy ? 'duplicateYes' : 'renameYes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function Removal({ flow, onClose }: FlowDeedProps) {
  const t = useWords(flowsWords)
  const townKey = useTownKey()
  const doing = useMutation({
    mutationFn: () => deleteFlow(townKey, flow.id),
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries({ queryKey: flowsKey(townKey) }),
  })
  return (
    <Dialog opened onClose={onClose} title={t('removeTitle', { name: flow.name })}>
      <p>{t('removeWords')}</p>
      {doing.isError && (
        <p role="alert" className={styles.failed}>
          {describeError(doing.error)}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="red" loading={doing.isPending} onClick={() => doing.mutate()}>
          {t('removeYes')}
        </Button>
      </Group>
    </Dialog>
  )
}
