import { useMediaQuery } from '@mantine/hooks'
import { Suspense } from 'react'
import { lazyPart } from '../frame/lazy-part.ts'
import { PageLoading } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { Dialog } from './dialog.tsx'
import { flowsWords } from './words/flows.ts'

const NewFlow = lazyPart(() => import('../templates/new-flow.tsx'))

const NARROW = '(max-width: 640px)'

/** Creates a flow out of nothing or out of a template, and opens it. */
export function CreateFlow({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useWords(flowsWords)
  const isNarrow = useMediaQuery(NARROW)
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('create')} size={960} fullScreen={isNarrow ?? false}>
      <Suspense fallback={<PageLoading />}>
        <NewFlow onClose={onClose} />
      </Suspense>
    </Dialog>
  )
}
