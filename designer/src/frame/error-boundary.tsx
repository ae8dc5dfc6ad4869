import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { errorWords } from '../api/words.ts'
import { useWords } from '../i18n/index.ts'
import { Empty } from './states.tsx'
import { frameWords } from './words.ts'

interface ErrorBoundaryProps {
  children: ReactNode
  /** Where the person is: another place is tried anew after a failure. */
  place?: string
}

/** Catches what a page throws; React offers this to classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override componentDidUpdate({ place }: ErrorBoundaryProps) {
    if (this.state.hasFailed && place !== this.props.place) this.setState({ hasFailed: false })
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
