import { Button, Group } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useFlows } from '../api/flows.ts'
import { useLiveEvent } from '../api/live.ts'
import { useTownKey } from '../api/town.ts'
import { OpenFile } from '../files/open-file.tsx'
import { Page } from '../frame/page.tsx'
import { Failed, PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { CreateFlow } from './create-flow.tsx'
import { FirstFlow } from './first-flow.tsx'
import { FlowList } from './flow-list.tsx'
import { flowsWords } from './words/flows.ts'

/** The town's flows: which answer, which have changes waiting, how many people are inside. */
export default function FlowsPage() {
  const t = useWords(flowsWords)
  const townKey = useTownKey()
  const flows = useFlows(townKey)
  const [isCreating, setIsCreating] = useState(false)
  useLiveEvent('flow_changed', () => void flows.refetch())
  useLiveEvent('flow_lock', () => void flows.refetch())

  const create = (
    <>
      <OpenFile />
      <Button leftSection={<Plus size={18} aria-hidden />} onClick={() => setIsCreating(true)}>
        {t('create')}
      </Button>
    </>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={flows.data && flows.data.length > 0 && create}>
      {flows.isPending && <PageLoading />}
      {flows.isError && <Failed error={flows.error} onRetry={() => void flows.refetch()} />}
      {flows.data?.length === 0 && <FirstFlow action={<Group justify="center">{create}</Group>} />}
      {flows.data && flows.data.length > 0 && <FlowList flows={flows.data} />}
      <CreateFlow isOpen={isCreating} onClose={() => setIsCreating(false)} />
    </Page>
  )
}
