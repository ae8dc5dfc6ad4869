import type { TownData } from '@pregoner/shared'
import { Suspense, useEffect } from 'react'
import { lazyPart } from '../frame/lazy-part.ts'
import { PageLoading } from '../frame/states.tsx'
import { type Recording, useTests } from './tests-store.ts'

const TestsPanel = lazyPart(() => import('./tests-panel.tsx'))

interface TestsSideProps {
  town: TownData
  className: string | undefined
  onSimulate(recording: Recording | null): void
  /** Called when it opens: it takes the place of the simulator. */
  onOpen(): void
}

/** The panel of the tests, once it is wanted. */
export function TestsSide({ className, onOpen, ...given }: TestsSideProps) {
  const { isOpen } = useTests()
  useEffect(() => {
    if (isOpen) onOpen()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <div className={className}>
      <Suspense fallback={<PageLoading />}>
        <TestsPanel {...given} />
      </Suspense>
    </div>
  )
}
