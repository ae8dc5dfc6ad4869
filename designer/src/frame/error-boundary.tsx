import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { errorWords } from '../api/words.ts'
import { useWords } from '../i18n/index.ts'
import { Empty } from './states.tsx'
import { frameWords } from './words.ts'

/** Catches what a page throws; React offers this to classes only. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    return this.state.hasFailed ? <PageFailed /> : this.props.children
  }
}

function PageFailed() {
  const t = useWords(frameWords)
  const say = useWords(errorWords)
  return (
    <main>
      <Empty
        Icon={TriangleAlert}
        title={t('failed')}
        action={<Button onClick={() => location.reload()}>{say('reload')}</Button>}
      >
        {t('failedHelp')}
      </Empty>
    </main>
  )
}
